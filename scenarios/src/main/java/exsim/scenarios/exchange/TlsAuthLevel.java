package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainPattern;
import exsim.model.tls.SendTlsPolicy;
import java.util.Optional;

/** The values of TlsAuthLevel on Send connectors and of TlsSettings on outbound connectors. */
enum TlsAuthLevel {
  /** Any certificate will do. */
  ENCRYPTION_ONLY("EncryptionOnly"),
  /** The chain must be in order. */
  CERTIFICATE_VALIDATION("CertificateValidation"),
  /** Chain and name must be in order. */
  DOMAIN_VALIDATION("DomainValidation");

  static final ValueType<TlsAuthLevel> TYPE =
      ValueTypes.choice(
          true, ImmutableList.copyOf(values()), level -> level.text, level -> level.ordinal() + 1);

  /** The level at which a name is compared. */
  static final Optional<TlsAuthLevel> VALIDATE_DOMAIN = Optional.of(DOMAIN_VALIDATION);

  private final String text;

  TlsAuthLevel(String text) {
    this.text = text;
  }

  /**
   * What a sender demands of its peer.
   *
   * @param level the level; empty asks for encryption alone
   * @param tlsDomain the name expected; empty for the recipient's domain
   */
  static SendTlsPolicy required(Optional<TlsAuthLevel> level, Optional<DomainPattern> tlsDomain) {
    return new SendTlsPolicy.Required(
        switch (level.orElse(ENCRYPTION_ONLY)) {
          case ENCRYPTION_ONLY -> new SendTlsPolicy.PeerVerification.EncryptionOnly();
          case CERTIFICATE_VALIDATION -> new SendTlsPolicy.PeerVerification.CertificateValidation();
          case DOMAIN_VALIDATION -> new SendTlsPolicy.PeerVerification.DomainValidation(tlsDomain);
        });
  }
}
