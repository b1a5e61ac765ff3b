package exsim.scenarios.exchange;

import com.google.common.base.Ascii;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.onprem.AddressSpace;
import exsim.model.onprem.ExchangeVersion;
import java.util.Optional;

/** Send connectors that lead to Exchange Online, which a hybrid needs to be of one shape. */
final class CloudConnectors {
  private static final DomainName SERVICE = DomainName.parse("mail.protection.outlook.com");
  private static final String COEXISTENCE = ".mail.onmicrosoft.com";

  private CloudConnectors() {}

  /** Whether a connector's smart host or address space is Exchange Online's. */
  static boolean leadsToCloud(Fields fields) {
    return fields.facts().newest().atLeast(ExchangeVersion.E2013)
        && (fields.get(SendProperties.SMART_HOSTS).stream()
                .anyMatch(host -> Ascii.toLowerCase(host).endsWith("." + SERVICE))
            || SendConnectors.anySpace(fields, CloudConnectors::isCoexistence));
  }

  private static boolean isCoexistence(AddressSpace space) {
    return space.isSmtp() && Ascii.toLowerCase(space.space()).endsWith(COEXISTENCE);
  }

  static boolean showsNoCertificate(Fields fields) {
    return leadsToCloud(fields) && fields.given(SendProperties.TLS_CERTIFICATE_NAME).isEmpty();
  }

  static boolean dropsCloudHeaders(Fields fields) {
    return leadsToCloud(fields) && !fields.get(SendProperties.CLOUD_SERVICES_MAIL_ENABLED);
  }

  static boolean checksNoCertificate(Fields fields) {
    Optional<TlsAuthLevel> level = fields.given(SendProperties.TLS_AUTH_LEVEL);
    return leadsToCloud(fields) && (level.isEmpty() || level.get() == TlsAuthLevel.ENCRYPTION_ONLY);
  }

  static boolean checksAnotherName(Fields fields) {
    return leadsToCloud(fields)
        && fields.given(SendProperties.TLS_AUTH_LEVEL).equals(TlsAuthLevel.VALIDATE_DOMAIN)
        && fields
            .given(SendProperties.TLS_DOMAIN)
            .map(DomainPattern::domain)
            .filter(SERVICE::equals)
            .isEmpty();
  }
}
