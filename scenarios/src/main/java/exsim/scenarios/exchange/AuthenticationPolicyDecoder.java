package exsim.scenarios.exchange;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.mail.EmailAddress;
import exsim.model.online.AuthenticationPolicies;
import exsim.model.online.AuthenticationPolicies.Policy;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decodes which users of a tenant may authenticate with a password.
 *
 * @param findings takes what is wrong
 */
public record AuthenticationPolicyDecoder(Findings findings) {
  /**
   * Decodes the policies and who has them.
   *
   * @param policies the policies as {@code Get-AuthenticationPolicy} prints them
   * @param organizationConfig the tenant's settings; may be missing
   * @param users the users as {@code Get-User} prints them
   */
  public AuthenticationPolicies decode(
      ImmutableList<Located.Obj> policies,
      Optional<Located.Obj> organizationConfig,
      ImmutableList<Located.Obj> users) {
    List<Policy> known = new ArrayList<>();
    for (Located.Obj policy : policies) {
      Fields fields = fields(ObjectKind.AUTHENTICATION_POLICY, policy);
      boolean allowed = fields.get(OrganizationProperties.ALLOW_BASIC_AUTH_SMTP);
      fields
          .name(OrganizationProperties.NAME)
          .ifPresent(name -> known.add(new Policy(name, allowed)));
      fields.passes(ImmutableList.of());
    }
    Optional<Policy> byDefault =
        organizationConfig.flatMap(
            object ->
                named(
                    object,
                    OrganizationProperties.DEFAULT_AUTHENTICATION_POLICY,
                    fields(ObjectKind.ONLINE_ORGANIZATION_CONFIG, object),
                    known));
    Map<EmailAddress, Policy> own = new LinkedHashMap<>();
    for (Located.Obj user : users) {
      Fields fields = fields(ObjectKind.USER, user);
      Optional<EmailAddress> address = fields.given(OrganizationProperties.MAILBOX);
      Optional<Policy> policy =
          named(user, OrganizationProperties.USER_AUTHENTICATION_POLICY, fields, known);
      if (address.isPresent() && policy.isPresent()) {
        own.put(address.get(), policy.get());
      }
      fields.passes(ImmutableList.of());
    }
    return new AuthenticationPolicies(byDefault, ImmutableMap.copyOf(own));
  }

  private Fields fields(ObjectKind kind, Located.Obj object) {
    return Fields.of(kind, object, OrganizationFacts.ONLINE, findings);
  }

  /** A policy that an object names, which has to be there; empty text names none. */
  private Optional<Policy> named(
      Located.Obj object, Property<String> property, Fields fields, List<Policy> known) {
    Optional<String> name = fields.given(property).filter(n -> !n.isBlank());
    Optional<Policy> found =
        name.flatMap(
            n -> known.stream().filter(p -> Ascii.equalsIgnoreCase(p.name(), n)).findFirst());
    if (name.isPresent() && found.isEmpty()) {
      findings
          .problems()
          .add(
              object
                  .memberIgnoringCase(property.name())
                  .map(m -> m.value().spot())
                  .orElse(object.spot()),
              "there is no authentication policy `" + name.get() + "`",
              Suggestion.help(name.get(), known.stream().map(Policy::name).toList()));
    }
    return found;
  }
}
