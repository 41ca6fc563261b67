/** A member as the page is given them. */
export type MemberRow = Readonly<{
  id: string;
  name: string;
  email: string;
  role: string;
  since: Date;
  /** Last day of access, YYYY-MM-DD. */
  until: string | null;
  ended: boolean;
}>;

export type InvitationRow = Readonly<{
  id: string;
  email: string;
  role: string;
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
}>;
