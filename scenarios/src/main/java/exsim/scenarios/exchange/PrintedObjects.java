package exsim.scenarios.exchange;

import exsim.scenarios.json.Located;
import java.util.Locale;
import java.util.Optional;

/** The text of the nested objects that exports write out member by member. */
final class PrintedObjects {
  private PrintedObjects() {}

  static Optional<String> text(Located.Obj object) {
    Optional<String> type = member(object, "Type");
    Optional<String> cost = member(object, "Cost");
    if (type.isPresent() && cost.isPresent()) {
      return member(object, "Address").map(a -> type.get() + ":" + a + ";" + cost.get());
    }
    if (object.memberIgnoringCase("IsIPAddress").isPresent()) {
      boolean address = member(object, "IsIPAddress").filter("True"::equals).isPresent();
      return address ? member(object, "Address").map(a -> "[" + a + "]") : member(object, "Domain");
    }
    Optional<String> port = member(object, "Port");
    if (port.isPresent()) {
      return member(object, "Address").map(a -> bracketed(a) + ":" + port.get());
    }
    return rangeOrSize(object);
  }

  private static Optional<String> rangeOrSize(Located.Obj object) {
    Optional<String> low = member(object, "LowerBound");
    Optional<String> high = member(object, "UpperBound");
    if (low.isPresent() && high.isPresent() && member(object, "Expression").isEmpty()) {
      return Optional.of(low.get() + "-" + high.get());
    }
    Optional<String> issuer = member(object, "CertificateIssuer");
    if (issuer.isPresent()) {
      return member(object, "CertificateSubject").map(s -> "<I>" + issuer.get() + "<S>" + s);
    }
    Optional<String> capabilities = member(object, "Capabilities");
    if (capabilities.isPresent()) {
      return member(object, "Domain").map(d -> d + ":" + capabilities.get());
    }
    if (member(object, "IsUnlimited").filter("True"::equals).isPresent()) {
      return Optional.of("Unlimited");
    }
    if (member(object, "Ticks").isPresent()) {
      return member(object, "TotalSeconds").map(PrintedObjects::timeSpan);
    }
    return member(object, "IPAddressToString");
  }

  private static String timeSpan(String totalSeconds) {
    int dot = totalSeconds.indexOf('.');
    String whole = dot < 0 ? totalSeconds : totalSeconds.substring(0, dot);
    int seconds = Quantities.integer(whole, 0, Integer.MAX_VALUE);
    int days = seconds / 86_400;
    String time =
        String.format(
            Locale.ROOT, "%02d:%02d:%02d", seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    return days == 0 ? time : days + "." + time;
  }

  private static String bracketed(String address) {
    return address.indexOf(':') >= 0 && !address.startsWith("[") ? "[" + address + "]" : address;
  }

  private static Optional<String> member(Located.Obj object, String name) {
    Optional<Located.Member> member = object.memberIgnoringCase(name);
    return member.isEmpty() || member.get().value() instanceof Located.Arr
        ? Optional.empty()
        : Printed.text(member.get().value());
  }
}
