package exsim.model.tls;

import exsim.model.InvalidValueException;
import exsim.model.mail.DomainPattern;
import java.util.Optional;

/** Reads the parts of a distinguished name that mail transport looks at. */
final class SubjectName {
  private SubjectName() {}

  static Optional<DomainPattern> commonName(String subject) {
    for (int start = 0; start < subject.length(); ) {
      int end = subject.indexOf(',', start);
      String part = subject.substring(start, end < 0 ? subject.length() : end).strip();
      if (part.regionMatches(true, 0, "CN=", 0, 3)) {
        return patternOf(part.substring(3).strip());
      }
      start = end < 0 ? subject.length() : end + 1;
    }
    return Optional.empty();
  }

  private static Optional<DomainPattern> patternOf(String value) {
    try {
      return Optional.of(DomainPattern.parse(value));
    } catch (InvalidValueException e) {
      return Optional.empty(); // a common name such as "Microsoft Exchange" proves no host
    }
  }
}
