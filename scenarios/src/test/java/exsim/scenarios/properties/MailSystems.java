package exsim.scenarios.properties;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.external.Device;
import exsim.model.external.HandshakeFallback;
import exsim.model.external.MailHost;
import exsim.model.external.MailHost.ClientCertificate;
import exsim.model.external.MailHost.StartTls;
import exsim.model.external.MailSystem;
import exsim.model.external.MailSystem.ClientTls;
import exsim.model.external.TlsLevel;
import exsim.model.external.TlsLevelPolicy;
import exsim.model.mail.DomainName;
import exsim.model.net.HostPort;
import exsim.model.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Mail systems other than Exchange, and devices. */
final class MailSystems {
  /** The hosts of all systems; the second system's share the first one's address at times. */
  static final ImmutableList<String> HOSTS = ImmutableList.of("mx1.example", "mx2.example");

  static final ImmutableList<String> NAMES = ImmutableList.of("alpha", "beta");

  private MailSystems() {}

  /** All systems of a topology. */
  static Arbitrary<ImmutableList<MailSystem>> all() {
    List<Arbitrary<MailSystem>> each = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      each.add(system(i));
    }
    return Combinators.combine(each).as(ImmutableList::copyOf);
  }

  private static Arbitrary<MailSystem> system(int index) {
    return Combinators.combine(
            Names.domains().list().uniqueElements().ofMinSize(1).ofMaxSize(3),
            host(index),
            outbound())
        .as(
            (domains, host, outbound) ->
                new MailSystem(
                    NAMES.get(index),
                    ImmutableList.copyOf(domains),
                    ImmutableList.of(host),
                    outbound));
  }

  private static Arbitrary<MailHost> host(int index) {
    return Combinators.combine(
            Arbitraries.of("198.51.100.1", "198.51.100." + (index + 1)),
            Arbitraries.of(StartTls.class),
            Arbitraries.of(false, false, true),
            Certificates.versions(),
            Certificates.any(),
            Arbitraries.of(ClientCertificate.class))
        .as(
            (address, startTls, requireTls, versions, certificate, client) ->
                new MailHost(
                    DomainName.parse(HOSTS.get(index)),
                    ImmutableList.of(
                        IpAddress.parse(address), IpAddress.parse("2001:db8::" + (index + 1))),
                    25,
                    startTls,
                    requireTls,
                    versions,
                    certificate,
                    client,
                    ImmutableList.of(),
                    false));
  }

  private static Arbitrary<MailSystem.Outbound> outbound() {
    return Combinators.combine(
            levels(),
            levels(),
            clientTls(),
            Arbitraries.of(true, false),
            Arbitraries.of(HandshakeFallback.class),
            Arbitraries.of("mx1.example", "mx2.example", "198.51.100.1", "[2001:db8::1]")
                .optional(0.3),
            Names.domains().optional(0.3))
        .as(
            (level, own, tls, sts, fallback, smartHost, routed) ->
                new MailSystem.Outbound(
                    level,
                    ImmutableMap.of(Names.DOMAINS.get(0), own),
                    tls,
                    sts,
                    fallback,
                    smartHost.map(h -> HostPort.parse(h, 25)),
                    routed
                        .map(d -> ImmutableMap.of(d, HostPort.parse("mx2.example", 25)))
                        .orElse(ImmutableMap.of())));
  }

  private static Arbitrary<TlsLevelPolicy> levels() {
    return Arbitraries.of(TlsLevel.class)
        .filter(l -> l != TlsLevel.FINGERPRINT)
        .map(l -> new TlsLevelPolicy(l, ImmutableList.of()));
  }

  private static Arbitrary<ClientTls> clientTls() {
    return Combinators.combine(
            Certificates.versions(), Certificates.any().optional(0.5), Certificates.trusts())
        .as(ClientTls::new);
  }

  /** One device, or none. */
  static Arbitrary<ImmutableList<Device>> devices() {
    return Combinators.combine(
            Arbitraries.of(Device.TlsUse.class),
            clientTls(),
            Arbitraries.of("mx1.example", "ex1.example", "smtp.office365.com"),
            Arbitraries.of(25, 587),
            Names.addresses().optional(0.5))
        .as(
            (use, tls, host, port, user) ->
                new Device(
                    "printer",
                    IpAddress.parse("203.0.113.9"),
                    use,
                    tls,
                    HostPort.parse(host, port),
                    user,
                    "printer",
                    Device.Protocol.SMTP))
        .list()
        .ofMaxSize(1)
        .map(ImmutableList::copyOf);
  }
}
