package exsim.scenarios.format;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.model.dns.MtaStsPolicy;
import exsim.model.mail.DomainPattern;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The text of an MTA-STS policy file (RFC 8461 3.2).
 *
 * @param policy the policy; empty where the text is none
 * @param fault why it is none; empty where it is one
 */
record MtaStsText(Optional<MtaStsPolicy> policy, String fault) {
  private static final long MAX_AGE_MAX = 31_557_600;

  /** Reads the lines of a policy file. */
  static MtaStsText parse(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    ImmutableList.Builder<DomainPattern> patterns = ImmutableList.builder();
    for (String line : Splitter.onPattern("\r?\n").split(text)) {
      if (line.isBlank()) {
        continue;
      }
      int colon = line.indexOf(':');
      if (colon <= 0) {
        return none("`" + line.strip() + "` is no `key: value` line");
      }
      String key = line.substring(0, colon).strip();
      String value = line.substring(colon + 1).strip();
      if (key.equals("mx")) {
        Optional<DomainPattern> pattern = pattern(value);
        if (pattern.isEmpty()) {
          return none("`" + value + "` is no MX pattern");
        }
        patterns.add(pattern.get());
      } else {
        fields.putIfAbsent(key, value); // of a field that is repeated the first counts
      }
    }
    return judge(fields, patterns.build());
  }

  private static MtaStsText judge(
      Map<String, String> fields, ImmutableList<DomainPattern> patterns) {
    if (!"STSv1".equals(fields.get("version"))) {
      return none("it does not say `version: STSv1`");
    }
    Optional<MtaStsPolicy.Mode> mode = mode(fields.getOrDefault("mode", ""));
    if (mode.isEmpty()) {
      return none("its mode is not `enforce`, `testing` or `none`");
    }
    if (!isAge(fields.getOrDefault("max_age", ""))) {
      return none("its max_age is not a number of seconds up to " + MAX_AGE_MAX);
    }
    if (patterns.isEmpty() && mode.get() != MtaStsPolicy.Mode.NONE) {
      return none("it names no mx");
    }
    return new MtaStsText(
        Optional.of(new MtaStsPolicy(mode.get(), patterns, Long.parseLong(fields.get("max_age")))),
        "");
  }

  private static MtaStsText none(String fault) {
    return new MtaStsText(Optional.empty(), fault);
  }

  private static Optional<MtaStsPolicy.Mode> mode(String word) {
    for (MtaStsPolicy.Mode mode : MtaStsPolicy.Mode.values()) {
      if (Ascii.toLowerCase(mode.name()).equals(word)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }

  private static boolean isAge(String text) {
    return text.matches("[0-9]{1,10}") && Long.parseLong(text) <= MAX_AGE_MAX;
  }

  private static Optional<DomainPattern> pattern(String text) {
    try {
      return Optional.of(DomainPattern.parse(text)).filter(p -> p.kind() != DomainPattern.Kind.ALL);
    } catch (InvalidValueException e) {
      return Optional.empty();
    }
  }
}
