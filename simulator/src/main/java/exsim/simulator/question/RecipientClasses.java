package exsim.simulator.question;

import com.google.common.collect.ImmutableList;
import exsim.model.dns.DnsRecord;
import exsim.model.external.MailSystem;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.mail.EmailAddress;
import exsim.model.online.OutboundConnector;
import exsim.model.online.Tenant;
import exsim.model.online.TransportRule;
import exsim.model.onprem.AddressSpace;
import exsim.model.onprem.Organization;
import exsim.model.onprem.SendConnector;
import exsim.model.topology.Topology;
import java.util.LinkedHashSet;
import java.util.Set;

/** The recipients that a topology can tell apart. */
final class RecipientClasses {
  private static final String LOCAL_PART = "probe";

  /** A domain that nobody names, as long as nobody does (RFC 6761 sees to it). */
  static final DomainName UNNAMED = DomainName.parse("named-by-nobody.example");

  private final Set<DomainName> domains = new LinkedHashSet<>();
  private final Set<EmailAddress> addresses = new LinkedHashSet<>();

  RecipientClasses(Topology topology) {
    topology.organizations().forEach(this::add);
    topology.tenants().forEach(this::add);
    for (MailSystem system : topology.mailSystems()) {
      domains.addAll(system.domains());
      domains.addAll(system.outbound().policies().keySet());
      domains.addAll(system.outbound().routes().keySet());
    }
    topology.zone().records().keySet().stream()
        .filter(d -> !topology.zone().records(d, DnsRecord.Mx.class).isEmpty())
        .forEach(domains::add);
    domains.add(UNNAMED);
  }

  /** An address in a domain. */
  static EmailAddress in(DomainName domain) {
    return new EmailAddress(LOCAL_PART, domain);
  }

  /** One address for each class: those that are named, then one in each domain. */
  ImmutableList<EmailAddress> addresses() {
    Set<EmailAddress> all = new LinkedHashSet<>(addresses);
    for (DomainName domain : domains) {
      if (!domain.equals(DomainName.ROOT)) {
        all.add(in(domain));
      }
    }
    return ImmutableList.copyOf(all);
  }

  private void add(Organization organization) {
    organization.acceptedDomains().forEach(this::add);
    for (SendConnector connector : organization.sendConnectors()) {
      for (AddressSpace space : connector.scope().addressSpaces()) {
        space.pattern().ifPresent(this::add);
      }
    }
    domains.addAll(organization.transportConfig().tlsSendDomainSecureList());
    addresses.addAll(organization.remoteRecipients().keySet());
    addresses.addAll(organization.mailboxes().keySet());
  }

  private void add(Tenant tenant) {
    tenant.acceptedDomains().forEach(this::add);
    for (OutboundConnector connector : tenant.connectors().outbound()) {
      connector.recipientDomains().forEach(this::add);
    }
    for (TransportRule rule : tenant.transportRules()) {
      rule.conditions().recipientDomains().forEach(this::add);
      rule.conditions().exceptRecipientDomains().forEach(this::add);
      addresses.addAll(rule.conditions().recipients());
    }
    tenant.recipients().mailboxes().ifPresent(addresses::addAll);
    addresses.addAll(tenant.recipients().forwarding().keySet());
    addresses.addAll(tenant.recipients().remote().keySet());
    addresses.addAll(tenant.recipients().highVolume().keySet());
  }

  private void add(AcceptedDomain accepted) {
    add(accepted.pattern());
    if (accepted.matchSubDomains()) {
      add(new DomainPattern(DomainPattern.Kind.SUBDOMAINS, accepted.pattern().domain()));
    }
  }

  private void add(DomainPattern pattern) {
    switch (pattern.kind()) {
      case EXACT -> domains.add(pattern.domain());
      case SUBDOMAINS -> {
        domains.add(pattern.domain());
        domains.add(below(pattern.domain()));
      }
      case ALL -> domains.add(UNNAMED);
    }
  }

  private static DomainName below(DomainName domain) {
    String name = "sub." + domain.ascii();
    return name.length() > DomainName.LENGTH_MAX ? domain : new DomainName(name);
  }
}
