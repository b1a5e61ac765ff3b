package exsim.simulator.online;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.dns.DnsRecord;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.net.IpAddress;
import exsim.model.net.IpRange;
import exsim.model.online.Tenant;
import exsim.model.tls.Certificate;
import exsim.simulator.dns.HostedNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The names that Exchange Online publishes: MX hosts of accepted domains, and service hosts. */
public final class ServiceNames implements HostedNames {
  /** Where every MX host is. */
  public static final IpAddress MX_ADDRESS = IpAddress.parse("52.101.0.1");

  /** Where the MX hosts of domains with IPv6 are too. */
  public static final IpAddress MX_ADDRESS_V6 = IpAddress.parse("2a01:111:f400::1");

  /** Where {@code smtp.office365.com} is. */
  public static final IpAddress SUBMISSION_ADDRESS = IpAddress.parse("52.96.0.1");

  /** Where {@code smtp-legacy.office365.com} is. */
  public static final IpAddress LEGACY_ADDRESS = IpAddress.parse("52.96.0.2");

  /** Where {@code outlook.office365.com} is. */
  public static final IpAddress MAILBOX_ADDRESS = IpAddress.parse("52.96.0.3");

  /** Where the hosts for high volume email are. */
  public static final IpAddress HIGH_VOLUME_ADDRESS = IpAddress.parse("52.96.0.4");

  /** Where names are that Exchange Online gave up (EXO-EP-09). */
  public static final IpAddress RETIRED_ADDRESS = IpAddress.parse("52.101.0.9");

  /** Where Exchange Online connects from. */
  public static final IpAddress EGRESS_ADDRESS = IpAddress.parse("40.107.0.1");

  /** Where it connects from to hosts that have IPv6 alone; of a range that it publishes. */
  public static final IpAddress EGRESS_ADDRESS_V6 = IpAddress.parse("2a01:111:f403::1");

  /** Where the relay pool connects from (EXO-OUT-71). */
  static final IpAddress RELAY_POOL_ADDRESS = IpAddress.parse("40.95.0.1");

  /** The host that mailboxes submit to. */
  public static final DomainName SUBMISSION = DomainName.parse("smtp.office365.com");

  /** The host that old clients submit to. */
  public static final DomainName LEGACY = DomainName.parse("smtp-legacy.office365.com");

  /** The host that POP and IMAP clients use; on port 587 it takes submissions too (EXO-EP-22). */
  static final DomainName MAILBOX = DomainName.parse("outlook.office365.com");

  /** The host for high volume email, and the name that it is to have. */
  static final DomainName HIGH_VOLUME = DomainName.parse("smtp-hve.office365.com");

  static final DomainName HIGH_VOLUME_NEW = DomainName.parse("smtp.hve.mx.microsoft");

  private static final ImmutableMap<DomainName, IpAddress> HOSTS =
      ImmutableMap.of(
          SUBMISSION,
          SUBMISSION_ADDRESS,
          LEGACY,
          LEGACY_ADDRESS,
          MAILBOX,
          MAILBOX_ADDRESS,
          HIGH_VOLUME,
          HIGH_VOLUME_ADDRESS,
          HIGH_VOLUME_NEW,
          HIGH_VOLUME_ADDRESS);

  private static final ImmutableSet<DomainName> RETIRED =
      ImmutableSet.of(
          DomainName.parse("mail.messaging.microsoft.com"),
          DomainName.parse("mail.global.frontbridge.com"),
          DomainName.parse("mail.eo.outlook.com"));

  /** The address ranges that the service publishes for SMTP. */
  private static final ImmutableList<IpRange> PUBLISHED =
      ImmutableList.of(
          IpRange.parse("40.92.0.0/15"),
          IpRange.parse("40.107.0.0/16"),
          IpRange.parse("52.100.0.0/14"),
          IpRange.parse("104.47.0.0/17"));

  /** Hosts with DNSSEC are expected at this preference (EXO-EP-05). */
  private static final int SIGNED_PREFERENCE = 10;

  private static final int LABEL_MAX = 63;
  private static final String CLASSIC = ".mail.protection.outlook.com";

  /** The zone of MX hosts with DNSSEC. */
  public static final DomainName SIGNED_ZONE = DomainName.parse("mx.microsoft");

  private final ImmutableSet<DomainName> ipv6Hosts;
  private final ImmutableMap<DomainName, DomainName> hostOfDomain;
  private final ImmutableMap<DomainName, Tenant> tenantOfHost;
  private final ImmutableMap<String, Tenant> tenantOfName;
  private final ImmutableMap<DomainName, DnsRecord.Tlsa> tlsa;

  /** The names of some tenants. */
  public ServiceNames(ImmutableList<Tenant> tenants) {
    Certificate presented = ServiceCertificates.protection(tenants);
    Map<DomainName, DomainName> hosts = new LinkedHashMap<>();
    Map<DomainName, Tenant> owners = new LinkedHashMap<>();
    ImmutableSet.Builder<DomainName> ipv6 = ImmutableSet.builder();
    Map<DomainName, DnsRecord.Tlsa> records = new LinkedHashMap<>();
    for (Tenant tenant : tenants) {
      for (AcceptedDomain accepted : tenant.acceptedDomains()) {
        if (accepted.pattern().kind() != DomainPattern.Kind.EXACT) {
          continue;
        }
        DomainName domain = accepted.pattern().domain();
        DomainName host = tenant.mxHosts().getOrDefault(domain, defaultHost(domain));
        hosts.put(domain, host);
        owners.put(host, tenant);
        if (tenant.ipv6Inbound().contains(domain)) {
          ipv6.add(host);
        }
        if (tenant.smtpDaneInbound().contains(domain)) {
          DomainName owner = new DomainName("_25._tcp." + host.ascii());
          records.put(owner, new DnsRecord.Tlsa(owner, 3, 1, 1, Optional.of(presented)));
        }
      }
    }
    this.ipv6Hosts = ipv6.build();
    this.hostOfDomain = ImmutableMap.copyOf(hosts);
    this.tenantOfHost = ImmutableMap.copyOf(owners);
    ImmutableMap.Builder<String, Tenant> names = ImmutableMap.builder();
    owners.forEach((host, tenant) -> names.put(host.ascii(), tenant));
    this.tenantOfName = names.buildOrThrow();
    this.tlsa = ImmutableMap.copyOf(records);
  }

  /**
   * The MX host that a domain gets unless the service assigned another: dots become dashes. No
   * source says what becomes of a domain that is longer than a label; its beginning is taken.
   */
  public static DomainName defaultHost(DomainName domain) {
    String dashed = domain.ascii().replace('.', '-');
    String label = dashed.substring(0, Math.min(dashed.length(), LABEL_MAX));
    String trimmed = CharMatcher.is('-').trimTrailingFrom(label);
    String name = (trimmed.isEmpty() ? label : trimmed) + CLASSIC;
    return new DomainName(name.startsWith(".") ? name.substring(1) : name);
  }

  /** Every name that it publishes. */
  public ImmutableSet<DomainName> hosts() {
    return ImmutableSet.<DomainName>builder()
        .addAll(tenantOfHost.keySet())
        .addAll(HOSTS.keySet())
        .addAll(RETIRED)
        .build();
  }

  /** Whether an address is one of the service's, in use by an MX host here or not. */
  public static boolean isPublished(IpAddress address) {
    return PUBLISHED.stream().anyMatch(range -> range.contains(address));
  }

  /** Whether the service gave up a name. */
  static boolean isRetired(String host) {
    return RETIRED.stream().anyMatch(name -> name.ascii().equalsIgnoreCase(host));
  }

  /** Whether the MX hosts are at an address. */
  static boolean isMxAddress(IpAddress address) {
    return address.equals(MX_ADDRESS) || address.equals(MX_ADDRESS_V6);
  }

  /** The tenant whose MX host has this name. */
  public Optional<Tenant> tenantAt(String host) {
    return Optional.ofNullable(tenantOfName.get(host));
  }

  @Override
  public Optional<DomainName> defaultMxHost(DomainName domain) {
    return Optional.ofNullable(hostOfDomain.get(domain));
  }

  @Override
  public int mxPreference(DomainName host) {
    return isSigned(host) ? SIGNED_PREFERENCE : 0;
  }

  @Override
  public ImmutableList<IpAddress> addresses(DomainName host) {
    if (tenantOfHost.containsKey(host)) {
      return ipv6Hosts.contains(host)
          ? ImmutableList.of(MX_ADDRESS, MX_ADDRESS_V6)
          : ImmutableList.of(MX_ADDRESS);
    }
    if (RETIRED.contains(host)) {
      return ImmutableList.of(RETIRED_ADDRESS);
    }
    IpAddress address = HOSTS.get(host);
    return address == null ? ImmutableList.of() : ImmutableList.of(address);
  }

  @Override
  public ImmutableList<DnsRecord.Tlsa> tlsa(DomainName owner) {
    DnsRecord.Tlsa record = tlsa.get(owner);
    return record == null ? ImmutableList.of() : ImmutableList.of(record);
  }

  @Override
  public boolean isSigned(DomainName name) {
    return name.isWithin(SIGNED_ZONE);
  }
}
