package exsim.simulator.route;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import exsim.model.dns.DnsRecord.Mx;
import exsim.model.mail.DomainName;
import exsim.model.net.HostPort;
import exsim.model.net.IpAddress;
import exsim.simulator.dns.Answer;
import exsim.simulator.dns.Resolver;
import exsim.simulator.rule.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a domain or smart hosts into the addresses to try. */
public final class Targets {
  private final Resolver resolver;
  private final boolean implicitMx;
  private final boolean stopsAtBrokenMx;

  /** Looks names up with a resolver. */
  public Targets(Resolver resolver, boolean implicitMx) {
    this(resolver, implicitMx, false);
  }

  private Targets(Resolver resolver, boolean implicitMx, boolean stopsAtBrokenMx) {
    this.resolver = resolver;
    this.implicitMx = implicitMx;
    this.stopsAtBrokenMx = stopsAtBrokenMx;
  }

  /** The same look-ups, but the first MX record without an address ends the list. */
  public Targets stoppingAtBrokenMx() {
    return new Targets(resolver, implicitMx, true);
  }

  /**
   * What a look-up came to.
   *
   * @param fault why there is nobody to send to; empty when there is
   * @param ranks the hosts with their addresses, by rank
   * @param why what decided
   */
  public record Found(
      Optional<Fault> fault,
      ImmutableList<ImmutableList<Address>> ranks,
      ImmutableList<Reason> why) {}

  /** Why there is nobody to send to. */
  public enum Fault {
    /** The domain does not exist. */
    NON_EXISTENT,
    /** The domain takes no mail. */
    NULL_MX,
    /** No host has an address. */
    NO_ADDRESS
  }

  /**
   * A host's address.
   *
   * @param host the name, or the address where none was looked up
   * @param address the address
   * @param port the port
   * @param secure whether MX and address validated under DNSSEC
   * @param asked the domain or smart host that was looked up
   * @param mx the look-up of MX records that named the host; empty where none did
   */
  public record Address(
      String host,
      IpAddress address,
      int port,
      boolean secure,
      String asked,
      Optional<Target.Mx> mx) {
    Address askedAs(String name) {
      return new Address(host, address, port, secure, name, mx);
    }
  }

  /** The hosts of a recipient domain. */
  public Found ofDomain(DomainName domain, int port) {
    Answer<Mx> mx = resolver.mx(domain);
    return switch (mx.status()) {
      case FOUND -> ofMx(domain, port, mx);
      case NULL_MX -> nobody(Fault.NULL_MX, Reason.of(RouteRule.NULL_MX, "domain", domain));
      case NO_DATA -> ofItself(domain, port);
      case NON_EXISTENT ->
          nobody(Fault.NON_EXISTENT, Reason.of(RouteRule.NON_EXISTENT, "domain", domain));
    };
  }

  private Found ofMx(DomainName domain, int port, Answer<Mx> mx) {
    List<Reason> why = new ArrayList<>();
    List<String> names = new ArrayList<>();
    mx.items().forEach(r -> names.add(r.exchange() + " (" + r.preference() + ")"));
    why.add(
        Reason.of(
            resolver.publishesMx(domain) ? RouteRule.MX : RouteRule.SERVICE_MX,
            "domain",
            domain,
            "hosts",
            Joiner.on(", ").join(names)));
    ImmutableList.Builder<ImmutableList<Address>> ranks = ImmutableList.builder();
    List<Mx> items = mx.items();
    for (int start = 0; start < items.size(); ) {
      int end = start;
      if (stopsAtBrokenMx && anyBroken(items, start, domain, why)) {
        break;
      }
      ImmutableList.Builder<Address> rank = ImmutableList.builder();
      while (end < items.size() && items.get(end).preference() == items.get(start).preference()) {
        rank.addAll(addresses(domain, items.get(end).exchange(), port, mx.secure(), why));
        end++;
      }
      ImmutableList<Address> found = rank.build();
      if (!found.isEmpty()) {
        ranks.add(found);
      }
      start = end;
    }
    ImmutableList<ImmutableList<Address>> all = ranks.build();
    return new Found(
        all.isEmpty() ? Optional.of(Fault.NO_ADDRESS) : Optional.empty(),
        all,
        ImmutableList.copyOf(why));
  }

  /** Whether a record of the preference that begins here has no address. */
  private boolean anyBroken(List<Mx> items, int start, DomainName domain, List<Reason> why) {
    int preference = items.get(start).preference();
    for (Mx mx : items) {
      if (mx.preference() == preference && !resolver.addresses(mx.exchange()).found()) {
        why.add(
            Reason.of(
                RouteRule.BROKEN_MX_ENDS,
                "domain",
                domain,
                "host",
                mx.exchange(),
                "preference",
                preference));
        return true;
      }
    }
    return false;
  }

  private ImmutableList<Address> addresses(
      DomainName domain, DomainName host, int port, boolean secure, List<Reason> why) {
    Answer<IpAddress> answer = resolver.addresses(host);
    if (!answer.found()) {
      why.add(Reason.of(RouteRule.BROKEN_MX, "domain", domain, "host", host));
    }
    ImmutableList.Builder<Address> found = ImmutableList.builder();
    for (IpAddress address : answer.items()) {
      found.add(
          new Address(
              host.ascii(),
              address,
              port,
              secure && answer.secure(),
              domain.ascii(),
              Optional.of(new Target.Mx(domain, secure))));
    }
    return found.build();
  }

  private Found ofItself(DomainName domain, int port) {
    Answer<IpAddress> own = resolver.addresses(domain);
    if (!implicitMx || !own.found()) {
      return nobody(Fault.NO_ADDRESS, Reason.of(RouteRule.NO_ADDRESS, "host", domain));
    }
    ImmutableList.Builder<Address> found = ImmutableList.builder();
    own.items()
        .forEach(
            a ->
                found.add(
                    new Address(
                        domain.ascii(), a, port, own.secure(), domain.ascii(), Optional.empty())));
    return new Found(
        Optional.empty(),
        ImmutableList.of(found.build()),
        ImmutableList.of(Reason.of(RouteRule.IMPLICIT_MX, "domain", domain)));
  }

  /** The addresses of smart hosts, all of equal rank; a name may be an MX or an address name. */
  public Found ofSmartHosts(ImmutableList<HostPort> hosts) {
    List<Reason> why = new ArrayList<>();
    why.add(Reason.of(RouteRule.SMART_HOST, "hosts", Joiner.on(", ").join(names(hosts))));
    ImmutableList.Builder<Address> found = ImmutableList.builder();
    for (HostPort host : hosts) {
      found.addAll(ofSmartHost(host, why));
    }
    ImmutableList<Address> all = found.build();
    return all.isEmpty()
        ? new Found(Optional.of(Fault.NO_ADDRESS), ImmutableList.of(), ImmutableList.copyOf(why))
        : new Found(Optional.empty(), ImmutableList.of(all), ImmutableList.copyOf(why));
  }

  private ImmutableList<Address> ofSmartHost(HostPort host, List<Reason> why) {
    Optional<IpAddress> literal = host.address();
    if (literal.isPresent()) {
      return ImmutableList.of(
          new Address(
              host.host(), literal.get(), host.port(), false, host.host(), Optional.empty()));
    }
    DomainName name = DomainName.parse(host.host());
    Answer<IpAddress> direct = resolver.addresses(name);
    if (direct.found()) {
      ImmutableList.Builder<Address> found = ImmutableList.builder();
      direct
          .items()
          .forEach(
              a ->
                  found.add(
                      new Address(
                          host.host(),
                          a,
                          host.port(),
                          direct.secure(),
                          host.host(),
                          Optional.empty())));
      return found.build();
    }
    Found byMx = ofDomain(name, host.port());
    if (byMx.fault().isPresent()) {
      why.add(Reason.of(RouteRule.NO_ADDRESS, "host", host.host()));
      return ImmutableList.of();
    }
    return byMx.ranks().get(0).stream()
        .map(a -> a.askedAs(host.host()))
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<String> names(ImmutableList<HostPort> hosts) {
    ImmutableList.Builder<String> names = ImmutableList.builder();
    hosts.forEach(h -> names.add(h.host()));
    return names.build();
  }

  private static Found nobody(Fault fault, Reason because) {
    return new Found(Optional.of(fault), ImmutableList.of(), ImmutableList.of(because));
  }
}
