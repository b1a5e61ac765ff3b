package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.EmailAddress;
import exsim.model.online.Tenant;
import exsim.model.onprem.Organization;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.util.Optional;

/** Decodes the settings of organizations and tenants. */
public final class TransportConfigs {
  private TransportConfigs() {}

  /**
   * Decodes an organization's transport settings.
   *
   * @param object the settings as {@code Get-TransportConfig} prints them
   * @param facts the organization's servers
   * @param findings takes what is wrong
   * @return empty when something is wrong
   */
  public static Optional<Organization.TransportConfig> decode(
      Located.Obj object, OrganizationFacts facts, Findings findings) {
    Fields fields = Fields.of(ObjectKind.TRANSPORT_CONFIG, object, facts, findings);
    Organization.TransportConfig config =
        new Organization.TransportConfig(
            ImmutableSet.copyOf(fields.get(OrganizationProperties.TLS_SEND_DOMAIN_SECURE_LIST)),
            ImmutableSet.copyOf(fields.get(OrganizationProperties.TLS_RECEIVE_DOMAIN_SECURE_LIST)));
    return fields.passes(ImmutableList.of()) ? Optional.of(config) : Optional.empty();
  }

  /**
   * Decodes a tenant's settings.
   *
   * @param transportConfig the settings as {@code Get-TransportConfig} prints them; may be missing
   * @param organizationConfig those of {@code Get-OrganizationConfig}; may be missing
   * @param casMailboxes the mailboxes as {@code Get-CASMailbox} prints them
   * @param findings takes what is wrong
   * @return empty when something is wrong
   */
  public static Optional<Tenant.Settings> decodeOnline(
      Optional<Located.Obj> transportConfig,
      Optional<Located.Obj> organizationConfig,
      ImmutableList<Located.Obj> casMailboxes,
      Findings findings) {
    Fields transport = settings(ObjectKind.ONLINE_TRANSPORT_CONFIG, transportConfig, findings);
    Fields organization =
        settings(ObjectKind.ONLINE_ORGANIZATION_CONFIG, organizationConfig, findings);
    ImmutableMap.Builder<EmailAddress, Boolean> mailboxes = ImmutableMap.builder();
    boolean sound = true;
    for (Located.Obj mailbox : casMailboxes) {
      Fields fields =
          Fields.of(ObjectKind.ONLINE_CAS_MAILBOX, mailbox, OrganizationFacts.ONLINE, findings);
      Optional<EmailAddress> address = fields.given(OrganizationProperties.MAILBOX);
      Optional<Boolean> disabled = fields.given(OrganizationProperties.MAILBOX_SMTP_DISABLED);
      if (address.isPresent() && disabled.isPresent()) {
        mailboxes.put(address.get(), disabled.get());
      }
      sound &= fields.passes(ImmutableList.of());
    }
    Tenant.Settings settings =
        new Tenant.Settings(
            transport.given(OrganizationProperties.SMTP_CLIENT_AUTHENTICATION_DISABLED),
            mailboxes.buildKeepingLast(),
            transport.get(OrganizationProperties.ALLOW_LEGACY_TLS_CLIENTS),
            organization.get(OrganizationProperties.REJECT_DIRECT_SEND),
            transport.given(OrganizationProperties.MESSAGE_EXPIRATION));
    sound &= transport.passes(ImmutableList.of()) & organization.passes(ImmutableList.of());
    return sound ? Optional.of(settings) : Optional.empty();
  }

  /**
   * Checks an object that has no bearing on mail flow: names and values alone.
   *
   * @return whether nothing is wrong
   */
  public static boolean check(
      ObjectKind kind, Located.Obj object, OrganizationFacts facts, Findings findings) {
    return Fields.of(kind, object, facts, findings).passes(ImmutableList.of());
  }

  private static Fields settings(ObjectKind kind, Optional<Located.Obj> object, Findings findings) {
    Located.Obj present =
        object.orElseGet(() -> new Located.Obj(Spot.ofFile(""), ImmutableList.of()));
    return Fields.of(kind, present, OrganizationFacts.ONLINE, findings);
  }
}
