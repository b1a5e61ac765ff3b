package exsim.scenarios.format;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.ServerRole;
import exsim.scenarios.exchange.DefaultTlsVersions;
import exsim.scenarios.exchange.ServerFacts;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Spot;
import exsim.scenarios.json.Suggestion;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What follows from a server's version and role. */
final class ServerTraits {
  static final Decoder<ExchangeVersion> VERSION =
      Decoders.words(
          "a version of Exchange Server", ExchangeVersion.values(), ExchangeVersion::text);

  /** The key for the versions of the sending side. */
  static final String SENDING_VERSIONS = "clientTlsVersions";

  private static final ImmutableMap<String, ServerRole> ROLES = roleWords();

  private ServerTraits() {}

  private static ImmutableMap<String, ServerRole> roleWords() {
    Map<String, ServerRole> words = new LinkedHashMap<>();
    for (ServerRole role : ServerRole.values()) {
      words.put(role.text(), role);
    }
    return ImmutableMap.copyOf(words);
  }

  /** The protocol versions of the receiving side, stated or those of its usual Windows. */
  static ExchangeServer.Protocols receiving(Fields fields, ExchangeVersion version) {
    return fields
        .optional("tlsVersions", Decoders.TLS_VERSIONS)
        .map(stated -> new ExchangeServer.Protocols(stated, true))
        .orElseGet(() -> new ExchangeServer.Protocols(DefaultTlsVersions.of(version), false));
  }

  /** The protocol versions of the sending side: those of the receiving one unless stated. */
  static ExchangeServer.Protocols sending(Fields fields, ExchangeServer.Protocols receiving) {
    return fields
        .optional(SENDING_VERSIONS, Decoders.TLS_VERSIONS)
        .map(stated -> new ExchangeServer.Protocols(stated, true))
        .orElse(receiving);
  }

  /** The roles that the server states, or its version's usual ones. */
  static Optional<ImmutableSet<ServerRole>> roles(
      Fields fields, ExchangeVersion version, Problems problems) {
    Optional<Located> value = fields.raw("role");
    if (value.isEmpty()) {
      return Optional.of(ServerFacts.usualRoles(version));
    }
    Optional<ImmutableList<String>> words = words(value.get(), problems);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Spot spot = value.get().spot();
    Set<ServerRole> roles = new LinkedHashSet<>();
    for (String word : words.get()) {
      Optional<ServerRole> role = role(word);
      if (role.isEmpty()) {
        problems.add(spot, "`" + word + "` is not a role of an Exchange server", help(word));
        return Optional.empty();
      }
      roles.add(role.get());
    }
    return fits(roles, version, spot, problems)
        ? Optional.of(ImmutableSet.copyOf(roles))
        : Optional.empty();
  }

  private static Optional<ImmutableList<String>> words(Located value, Problems problems) {
    if (value instanceof Located.Arr) {
      return Decoders.list(Decoders.TEXT).decode(value, problems);
    }
    return Decoders.TEXT
        .decode(value, problems)
        .map(
            text ->
                ImmutableList.copyOf(
                    Splitter.on(',').trimResults().omitEmptyStrings().split(text)));
  }

  private static Optional<ServerRole> role(String word) {
    return ROLES.entrySet().stream()
        .filter(e -> Ascii.equalsIgnoreCase(e.getKey(), word))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static String help(String word) {
    String near = Suggestion.help(word, ROLES.keySet());
    return near.isEmpty() ? "one of `" + String.join("`, `", ROLES.keySet()) + "`" : near;
  }

  private static boolean fits(
      Set<ServerRole> roles, ExchangeVersion version, Spot spot, Problems problems) {
    String fault = "";
    String help = "";
    if (roles.isEmpty()) {
      fault = "the server has no role";
      help = "leave `role` out for the usual one";
    } else if (roles.contains(ServerRole.EDGE_TRANSPORT) && roles.size() > 1) {
      fault = "EdgeTransport stands on a server of its own";
      help = "remove the other roles";
    } else if (roles.contains(ServerRole.HUB_TRANSPORT) && version.atLeast(ExchangeVersion.E2013)) {
      fault = "Exchange " + version.text() + " has no HubTransport role";
      help = "its Mailbox role carries the Transport service";
    } else if (roles.contains(ServerRole.CLIENT_ACCESS) && version.atLeast(ExchangeVersion.E2016)) {
      fault = "Exchange " + version.text() + " has no ClientAccess role";
      help = "its Mailbox role carries the Front End Transport service";
    }
    if (!fault.isEmpty()) {
      problems.add(spot, fault, help);
    }
    return fault.isEmpty();
  }
}
