package exsim.simulator.dns;

import com.google.common.collect.ImmutableList;
import exsim.model.dns.DnsRecord;
import exsim.model.mail.DomainName;
import exsim.model.net.IpAddress;
import java.util.Optional;

/** Names that a hosting service publishes by itself, whatever a scenario's records say. */
public interface HostedNames {
  /** The host that takes a domain's mail when the domain publishes no MX record. */
  Optional<DomainName> defaultMxHost(DomainName domain);

  /** The preference of the MX record that names such a host. */
  default int mxPreference(DomainName host) {
    return 0;
  }

  /** The addresses of one of the service's hosts; empty for a host that is none. */
  ImmutableList<IpAddress> addresses(DomainName host);

  /** The TLSA records of one of the service's hosts, by their owner's name. */
  ImmutableList<DnsRecord.Tlsa> tlsa(DomainName owner);

  /** Whether the service signs a name's zone. */
  boolean isSigned(DomainName name);
}
