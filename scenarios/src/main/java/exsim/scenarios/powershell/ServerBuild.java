package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import exsim.model.onprem.ExchangeVersion;
import exsim.scenarios.json.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a server's version and roles from what exports say. */
final class ServerBuild {
  private static final Pattern BUILD =
      Pattern.compile("(?:Version )?(\\d{1,3})\\.(\\d{1,3})(?: ?\\(Build |\\.)?(\\d{1,6})?.*");

  /** The first build of the Subscription Edition; Exchange 2019 has lower ones. */
  private static final int SE_BUILD = 2562;

  private ServerBuild() {}

  /** Reads {@code Version 15.2 (Build 1118.7)}, and {@code 15.2.1118.7}. */
  static Optional<ExchangeVersion> version(String text) {
    Matcher build = BUILD.matcher(text.strip());
    if (!build.matches()) {
      return Optional.empty();
    }
    String version = build.group(1) + "." + build.group(2);
    int number = build.group(3) == null ? 0 : Integer.parseInt(build.group(3));
    return switch (version) {
      case "14.0", "14.1", "14.2", "14.3" -> Optional.of(ExchangeVersion.E2010);
      case "15.0" -> Optional.of(ExchangeVersion.E2013);
      case "15.1" -> Optional.of(ExchangeVersion.E2016);
      case "15.2" -> Optional.of(number >= SE_BUILD ? ExchangeVersion.SE : ExchangeVersion.E2019);
      default -> Optional.empty();
    };
  }

  /** The oldest version whose Receive connectors print what these print. */
  static ExchangeVersion guess(List<Located.Obj> connectors) {
    if (connectors.isEmpty() || prints(connectors, "AuthTarpitInterval")) {
      return ExchangeVersion.E2019;
    }
    return prints(connectors, "TransportRole") ? ExchangeVersion.E2013 : ExchangeVersion.E2010;
  }

  private static boolean prints(List<Located.Obj> connectors, String property) {
    return connectors.stream().anyMatch(c -> c.memberIgnoringCase(property).isPresent());
  }

  /** The roles that take part in transport, in a scenario's words. */
  static Optional<String> role(String printed) {
    List<String> roles = new ArrayList<>();
    for (String word : Splitter.on(',').trimResults().split(printed)) {
      switch (Ascii.toLowerCase(word)) {
        case "edge", "edgetransport" -> roles.add("EdgeTransport");
        case "hubtransport" -> roles.add("HubTransport");
        default -> {}
      }
    }
    // Every other role is the usual one of its version, or has no part in transport.
    return roles.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", roles));
  }
}
