/** What the secretariat can set of the site. Null: not set. */
export interface SiteSettings {
  readonly name: string | null;
  readonly operator: string | null;
  readonly contact: string | null;
  readonly imprint: string | null;
  /** Of personal data. */
  readonly controller: string | null;
}

/** Nothing set. */
export const noSettings: SiteSettings = {
  name: null,
  operator: null,
  contact: null,
  imprint: null,
  controller: null,
};
