package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.ServerRole;
import exsim.scenarios.json.JsonReader;
import exsim.scenarios.json.Located;
import java.util.Optional;

/** Objects written as JSON text, for tests. */
final class ObjectText {
  static final String FILE = "scenario.json";

  private ObjectText() {}

  static Located.Obj object(String json) {
    Findings findings = Findings.of(FILE);
    return (Located.Obj)
        JsonReader.read(FILE, json.replace('\'', '"'), findings.problems()).orElseThrow();
  }

  static ServerFacts mailbox(String name, ExchangeVersion version) {
    return new ServerFacts(
        name,
        Optional.of(DomainName.parse(name + ".contoso.com")),
        version,
        ImmutableSet.of(ServerRole.MAILBOX, ServerRole.CLIENT_ACCESS));
  }

  static ServerFacts edge(String name) {
    return new ServerFacts(
        name, Optional.empty(), ExchangeVersion.E2019, ImmutableSet.of(ServerRole.EDGE_TRANSPORT));
  }
}
