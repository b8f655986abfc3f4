const PART = /^material-part-\d{6}-/;
const WHOLE = 'material-meeting-';

/** The material that is the part of a municipality in what is shared of a meeting. */
export const partId = (meeting: string, municipality: string): string => `material-part-${municipality}-${meeting}`;

/** What the prefecture's 承諾 of a material is of: to it, the parts of one meeting are one. */
export const approvedAs = (material: string): string => material.replace(PART, WHOLE);

/** The meeting whose parts the prefecture's 承諾 is of; undefined where it is of a material by itself. */
export const meetingApproved = (material: string): string | undefined =>
  material.startsWith(WHOLE) ? material.slice(WHOLE.length) : undefined;
