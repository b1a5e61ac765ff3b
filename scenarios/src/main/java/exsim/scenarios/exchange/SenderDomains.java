package exsim.scenarios.exchange;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import exsim.model.InvalidValueException;
import exsim.model.mail.DomainPattern;
import exsim.model.online.InboundConnector.SenderDomain;

/** Reads the names by which an inbound connector recognises senders. */
final class SenderDomains {
  private static final String SMTP = "smtp:";

  private SenderDomains() {}

  /** Reads {@code smtp:contoso.com;1}, of which prefix and priority may be missing. */
  static SenderDomain parse(String text) {
    String rest = Ascii.toLowerCase(text).startsWith(SMTP) ? text.substring(SMTP.length()) : text;
    int semicolon = rest.indexOf(';');
    if (semicolon < 0) {
      return new SenderDomain(DomainPattern.parse(rest), 1);
    }
    int priority = Quantities.integer(rest.substring(semicolon + 1), 1, 100);
    return new SenderDomain(DomainPattern.parse(rest.substring(0, semicolon)), priority);
  }

  /** A domain as the shell prints it, with prefix and priority. */
  static String printed(String text) {
    SenderDomain domain = parse(text);
    return SMTP + domain.pattern() + ";" + domain.priority();
  }

  /** Reads a name, also out of {@code <I>issuer<S>CN=name}, which the hybrid wizard writes. */
  static DomainPattern certificateName(String text) {
    int subject = Ascii.toLowerCase(text).indexOf("<s>");
    if (subject < 0) {
      return DomainPattern.parse(text);
    }
    for (String part :
        Splitter.on(',').trimResults().split(text.substring(subject + "<s>".length()))) {
      if (Ascii.toLowerCase(part).startsWith("cn=")) {
        return DomainPattern.parse(part.substring("cn=".length()).strip());
      }
    }
    throw new InvalidValueException("`" + text + "` has no common name");
  }
}
