package exsim.simulator.onprem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.SendConnector;
import exsim.model.tls.SendTlsPolicy;
import exsim.model.tls.SendTlsPolicy.PeerVerification;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.ClientEnd;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.Verification;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a Send connector demands of the next hop's certificate, and what it takes out of mail. */
class ExchangeClientTest {
  private static final ExchangeServer SERVER = Roles.mailbox("a1", "A");
  private static final OrganizationView VIEW = Roles.view(Roles.organization(SERVER));
  private static final String CLOUD = "mail.protection.outlook.com";

  private static SendTlsPolicy domain(Optional<String> tlsDomain) {
    return new SendTlsPolicy.Required(
        new PeerVerification.DomainValidation(tlsDomain.map(DomainPattern::parse)));
  }

  private static ClientEnd end(OrganizationView view, SendTlsPolicy policy, boolean cloud) {
    SendConnector made = Made.send("Out", "*", "a1");
    SendConnector.Options none = SendConnector.Options.NONE;
    SendConnector connector =
        new SendConnector(
            made.name(),
            true,
            made.scope(),
            made.routing(),
            new SendConnector.Tls(policy, Optional.empty(), false),
            Optional.empty(),
            made.maxMessageSize(),
            new SendConnector.Options(
                none.forceHelo(),
                cloud,
                none.frontendProxy(),
                none.externalDns(),
                none.errorPolicies(),
                none.linkedReceiveConnector(),
                none.sourceAddress(),
                none.protocolLogging()));
    return new ExchangeClient(view, SERVER, ServerService.TRANSPORT)
        .external(connector, DomainName.parse("fabrikam.com"), "mx.fabrikam.com", Made.NOW);
  }

  private static void demands(Demand demand, Verification verification, SendTlsPolicy policy) {
    ClientEnd end = end(VIEW, policy, false);

    assertEquals(demand, end.tls().demand());
    assertEquals(verification, end.tls().verification());
  }

  private static Verification names(String name) {
    return Verification.ofNames(ImmutableList.of(DomainPattern.parse(name)));
  }

  @Test
  void each_auth_level_compares_the_certificate_with_something_else() {
    demands(Demand.NEVER, Verification.NONE, new SendTlsPolicy.Ignore());
    demands(Demand.OPPORTUNISTIC, Verification.NONE, new SendTlsPolicy.Opportunistic());
    demands(
        Demand.ENCRYPTION,
        Verification.NONE,
        new SendTlsPolicy.Required(new PeerVerification.EncryptionOnly()));
    demands(
        Demand.CERTIFICATE,
        Verification.CHAIN,
        new SendTlsPolicy.Required(new PeerVerification.CertificateValidation()));
    demands(Demand.DOMAIN, names("fabrikam.com"), domain(Optional.empty()));
    demands(
        Demand.DOMAIN,
        names("mail.fabrikam.com").withWildcardOfName(),
        domain(Optional.of("mail.fabrikam.com")));
  }

  /** TLS-007. */
  @Test
  void whether_a_wildcard_satisfies_tls_domain_is_assumed() {
    OrganizationView strict =
        Roles.assuming(Roles.organization(SERVER), "tlsDomainWildcard", "false");

    assertEquals(
        names("mail.fabrikam.com"),
        end(strict, domain(Optional.of("mail.fabrikam.com")), false).tls().verification());
  }

  private static boolean filters(SendTlsPolicy policy, boolean cloud) {
    return end(VIEW, policy, cloud).why().stream()
        .map(Reason::rule)
        .anyMatch(r -> r == RecipientRule.CLOUD_HEADERS_FILTERED);
  }

  @Test
  void only_a_connector_that_names_the_cloud_without_its_switch_is_told_of_lost_headers() {
    assertEquals(true, filters(domain(Optional.of(CLOUD)), false));
    assertEquals(false, filters(domain(Optional.of(CLOUD)), true));
    assertEquals(false, filters(domain(Optional.of("mail.fabrikam.com")), false));
    assertEquals(false, filters(domain(Optional.empty()), false));
    assertEquals(false, filters(new SendTlsPolicy.Opportunistic(), false));
  }

  @Test
  void the_organization_s_headers_cross_to_the_cloud_by_the_switch_alone() {
    SendTlsPolicy any = new SendTlsPolicy.Opportunistic();

    assertEquals(ClientEnd.OrganizationHeaders.REMOVED, end(VIEW, any, false).manner().headers());
    assertEquals(
        ClientEnd.OrganizationHeaders.CROSS_PREMISES, end(VIEW, any, true).manner().headers());
  }
}
