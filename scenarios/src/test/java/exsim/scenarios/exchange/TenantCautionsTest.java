package exsim.scenarios.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.AcceptedDomain;
import exsim.model.online.OutboundConnector;
import exsim.model.online.TransportRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TenantCautionsTest {
  private final Findings findings = Findings.of("f");

  @Test
  void rules_that_name_different_connectors_are_worth_a_warning() {
    assertEquals(List.of(), TenantCautions.ofRules(rules("A", "a"), connectors("'Name':'A'")));
    assertEquals(
        List.of(Caution.RULES_WITH_DIFFERENT_CONNECTORS),
        TenantCautions.ofRules(rules("A", "B"), connectors("'Name':'A'", "'Name':'B'")));
  }

  @Test
  void a_rule_that_names_a_disabled_connector_is_worth_a_warning() {
    assertEquals(
        List.of(Caution.RULE_WITH_DISABLED_CONNECTOR),
        TenantCautions.ofRules(rules("A"), connectors("'Name':'A','Enabled':false")));
  }

  @Test
  void subdomains_need_a_connector_of_their_own_or_one_for_all_accepted_domains() {
    ImmutableList<AcceptedDomain> domains =
        ImmutableList.of(
            AcceptedDomains.decodeOnline(
                    ObjectText.object(
                        "{'DomainName':'contoso.com','DomainType':'InternalRelay',"
                            + "'MatchSubDomains':true}"),
                    findings)
                .orElseThrow());

    assertEquals(
        List.of(Caution.SUBDOMAINS_WITHOUT_CONNECTOR),
        TenantCautions.ofDomains(
            domains, connectors("'Name':'A','RecipientDomains':'contoso.com'")));
    assertEquals(
        List.of(),
        TenantCautions.ofDomains(
            domains, connectors("'Name':'A','RecipientDomains':'*.contoso.com'")));
    assertEquals(
        List.of(),
        TenantCautions.ofDomains(
            domains,
            connectors("'Name':'A','ConnectorType':'OnPremises','AllAcceptedDomains':true")));
  }

  private ImmutableList<TransportRule> rules(String... connectors) {
    return Stream.of(connectors)
        .map(c -> "{'Name':'R','RouteMessageOutboundConnector':'" + c + "'}")
        .map(text -> TransportRules.decode(ObjectText.object(text), findings))
        .flatMap(Optional::stream)
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<OutboundConnector> connectors(String... members) {
    return Stream.of(members)
        .map(m -> OutboundConnectors.decode(ObjectText.object("{" + m + "}"), findings))
        .flatMap(Optional::stream)
        .collect(ImmutableList.toImmutableList());
  }
}
