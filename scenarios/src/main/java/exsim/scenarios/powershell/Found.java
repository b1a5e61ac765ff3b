package exsim.scenarios.powershell;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.exchange.ObjectKind;
import exsim.scenarios.exchange.OrganizationFacts;
import exsim.scenarios.exchange.ServerFacts;
import exsim.scenarios.json.Located;
import java.util.Optional;

/**
 * What a {@code Get-} cmdlet finds.
 *
 * @param kind what the objects are
 * @param owner the name of the organization or tenant that has them
 * @param facts its servers; none for a tenant
 * @param items the objects, in the order of the scenario
 */
public record Found(
    ObjectKind kind, String owner, OrganizationFacts facts, ImmutableList<Item> items) {
  /**
   * One object.
   *
   * @param server the server that it belongs to; empty where it belongs to the whole
   * @param object the object as the scenario has it
   */
  public record Item(Optional<ServerFacts> server, Located.Obj object) {}
}
