import { type ConsentLetter, consentDocx } from './consent-docx.ts';
