package exsim.scenarios.create;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.simulator.online.ServiceNames;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Writes the scenario of a hybrid as the Hybrid Configuration Wizard leaves it. */
public final class HybridScenario {
  private HybridScenario() {}

  /**
   * The text of the scenario.
   *
   * @param command how it was asked for, for its first line
   */
  public static String text(HybridOptions options, String command) {
    String server = options.edge() ? "EDGE1" : "EX1";
    ImmutableMap<String, String> values =
        ImmutableMap.<String, String>builder()
            .put("command", command)
            .put("domain", options.domain().ascii())
            .put("organization", options.domain().ascii())
            .put("tenant", options.tenant().ascii())
            .put("coexistence", options.coexistence().ascii())
            .put("host", options.host().ascii())
            .put("version", options.version())
            .put("guid", guid(options))
            .put("source", server)
            .put(
                "receive",
                options.edge()
                    ? "Default internal receive connector EDGE1"
                    : "Default Frontend EX1")
            .put("mx", ServiceNames.defaultHost(options.domain()).ascii())
            .put("certificate", "<I>CN=Public CA<S>CN=" + options.host().ascii())
            .put("more", options.centralized() ? "," : "")
            .put("checked", "\"tlsMode\": \"forced\", \"authentication\": \"domain\"")
            .buildOrThrow();
    ImmutableSet.Builder<String> holding = ImmutableSet.builder();
    holding.add(options.mx().text());
    if (options.centralized()) {
      holding.add("centralized");
    }
    if (options.edge()) {
      holding.add("edge");
    }
    return Template.named("hybrid.template.txt").text(values, holding.build());
  }

  /** Both sides name their connectors by the organization's GUID; the same names, the same GUID. */
  private static String guid(HybridOptions options) {
    String names = options.domain() + " " + options.tenant();
    return UUID.nameUUIDFromBytes(names.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
