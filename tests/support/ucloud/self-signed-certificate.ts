import { type Certificate, issueCertificate } from "./issued-certificate.ts";

/** A fresh certificate for DNS names, signed by itself, that is valid until so many days from now. */
export function selfSignedCertificate(names: readonly string[], daysLeft = 30): Certificate {
  return issueCertificate({ name: "test", names, days: [-365, daysLeft], authority: true });
}
