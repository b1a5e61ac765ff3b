package exsim.model.onprem;

import com.google.common.base.Ascii;
import exsim.model.InvalidValueException;
import exsim.model.tls.Certificate;

/**
 * Names a certificate by issuer and subject, {@code <I>…<S>…}.
 *
 * @param issuer the issuer's subject
 * @param subject the certificate's subject
 */
public record TlsCertificateName(String issuer, String subject) {
  /**
   * Parses {@code <I>issuer<S>subject}; the tags' case does not matter.
   *
   * @throws InvalidValueException if a tag is missing
   */
  public static TlsCertificateName parse(String text) {
    String lower = Ascii.toLowerCase(text);
    int i = lower.indexOf("<i>");
    int s = lower.indexOf("<s>", Math.max(i, 0));
    if (i < 0 || s < 0) {
      throw new InvalidValueException("`" + text + "` is not of the form `<I>issuer<S>subject`");
    }
    return new TlsCertificateName(text.substring(i + 3, s).strip(), text.substring(s + 3).strip());
  }

  /** Whether a certificate has this issuer and subject. */
  public boolean names(Certificate certificate) {
    return Ascii.equalsIgnoreCase(certificate.issuer().subject(), issuer)
        && Ascii.equalsIgnoreCase(certificate.subject(), subject);
  }

  @Override
  public String toString() {
    return "<I>" + issuer + "<S>" + subject;
  }
}
