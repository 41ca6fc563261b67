/** Something that an organization has or hasn't; ids are those of files and of the database. */
export type Listed = Readonly<{ id: string; title: string }>;

/** Whose clouds run the organization's workloads. */
export const CLOUD_PROVIDERS = [
  { id: "aws", title: "Amazon Web Services" },
  { id: "azure", title: "Microsoft Azure" },
  { id: "google-cloud", title: "Google Cloud" },
  { id: "oracle-cloud", title: "Oracle Cloud" },
  { id: "ibm-cloud", title: "IBM Cloud" },
  { id: "alibaba-cloud", title: "Alibaba Cloud" },
  { id: "other", title: "Another provider" },
] as const satisfies readonly Listed[];

/** Kinds of data that a law or a contract puts rules on. */
export const REGULATED_DATA = [
  { id: "personal", title: "Personal data" },
  { id: "health", title: "Health data" },
  { id: "payment-cards", title: "Payment card data" },
  { id: "financial", title: "Financial records" },
  { id: "government", title: "Government or classified data" },
  { id: "critical-infrastructure", title: "Data of critical infrastructure" },
  { id: "other", title: "Other regulated data" },
] as const satisfies readonly Listed[];

/** Offered where an industry is asked; another word may be written. */
export const INDUSTRIES = [
  "Agriculture and food",
  "Banking",
  "Construction",
  "Education",
  "Energy and utilities",
  "Government",
  "Health care",
  "Insurance",
  "Manufacturing",
  "Media",
  "Non-profit",
  "Pharmaceuticals",
  "Professional services",
  "Retail",
  "Software and technology",
  "Telecommunications",
  "Transport and logistics",
] as const;
