package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.online.TransportRule;
import exsim.scenarios.json.Located;
import java.util.Optional;

/** Decodes transport rules of tenants. */
public final class TransportRules {
  private static final ImmutableSet<String> OUTSIDE =
      ImmutableSet.of("NotInOrganization", "ExternalPartner", "ExternalNonPartner");

  /** Parts of a rule that are neither a condition nor an exception. */
  private static final ImmutableSet<String> NO_CONDITIONS =
      ImmutableSet.of(
          "Comments",
          "Description",
          "Conditions",
          "Exceptions",
          "Actions",
          "ActivationDate",
          "ExpiryDate",
          "ManuallyModified",
          "RuleVersion",
          "IsRuleConfigurationSupported",
          "RuleErrorAction",
          "RuleSubType",
          "SenderAddressLocation",
          "SetAuditSeverity",
          "DlpPolicy",
          "DlpPolicyId",
          "UseLegacyRegex",
          "Size");

  private TransportRules() {}

  /**
   * Decodes a transport rule.
   *
   * <p>A rule that routes, demands TLS or stops other rules under a condition that is not simulated
   * is taken to hold for no message, and a warning says so: to apply it regardless would be a
   * guess.
   *
   * @param object the rule as {@code Get-TransportRule} prints it
   * @param findings takes what is wrong
   * @return empty when something is wrong
   */
  public static Optional<TransportRule> decode(Located.Obj object, Findings findings) {
    Fields fields =
        Fields.of(ObjectKind.ONLINE_TRANSPORT_RULE, object, OrganizationFacts.ONLINE, findings);
    Optional<String> routeVia = fields.given(RuleProperties.ROUTE_MESSAGE_OUTBOUND_CONNECTOR);
    boolean requireTls = fields.get(RuleProperties.ROUTE_MESSAGE_OUTBOUND_REQUIRE_TLS);
    boolean stops = fields.get(RuleProperties.STOP_RULE_PROCESSING);
    boolean acts = routeVia.isPresent() || requireTls || stops;
    boolean simulated = !acts || simulated(object, findings);
    halfAnException(object, fields, findings);
    TransportRule rule =
        new TransportRule(
            fields.name(RuleProperties.NAME).orElse(""),
            simulated && isOn(fields),
            fields.get(RuleProperties.PRIORITY),
            conditions(fields),
            routeVia,
            requireTls,
            stops);
    return fields.passes(ImmutableList.of()) ? Optional.of(rule) : Optional.empty();
  }

  private static boolean isOn(Fields fields) {
    return fields.get(RuleProperties.STATE).equals("Enabled")
        && fields.given(RuleProperties.ENABLED).orElse(true)
        && fields.get(RuleProperties.MODE).equals("Enforce");
  }

  private static TransportRule.Conditions conditions(Fields fields) {
    return new TransportRule.Conditions(
        ImmutableSet.copyOf(fields.get(RuleProperties.FROM)),
        fields.get(RuleProperties.SENDER_DOMAIN_IS),
        ImmutableSet.copyOf(fields.get(RuleProperties.SENT_TO)),
        fields.get(RuleProperties.RECIPIENT_DOMAIN_IS),
        fields.get(RuleProperties.EXCEPT_IF_RECIPIENT_DOMAIN_IS),
        fields.given(RuleProperties.SENT_TO_SCOPE).filter(OUTSIDE::contains).isPresent(),
        exceptHeader(fields));
  }

  private static Optional<TransportRule.HeaderWords> exceptHeader(Fields fields) {
    ImmutableList<String> words = fields.get(RuleProperties.EXCEPT_IF_HEADER_CONTAINS_WORDS);
    return fields
        .given(RuleProperties.EXCEPT_IF_HEADER_CONTAINS_MESSAGE_HEADER)
        .map(header -> new TransportRule.HeaderWords(header, words));
  }

  /** Header and words of an exception go together. */
  private static void halfAnException(Located.Obj object, Fields fields, Findings findings) {
    boolean header =
        fields.given(RuleProperties.EXCEPT_IF_HEADER_CONTAINS_MESSAGE_HEADER).isPresent();
    boolean words = !fields.get(RuleProperties.EXCEPT_IF_HEADER_CONTAINS_WORDS).isEmpty();
    if (header != words) {
      String there =
          (header
                  ? RuleProperties.EXCEPT_IF_HEADER_CONTAINS_MESSAGE_HEADER
                  : RuleProperties.EXCEPT_IF_HEADER_CONTAINS_WORDS)
              .name();
      String missing =
          (header
                  ? RuleProperties.EXCEPT_IF_HEADER_CONTAINS_WORDS
                  : RuleProperties.EXCEPT_IF_HEADER_CONTAINS_MESSAGE_HEADER)
              .name();
      findings
          .warnings()
          .add(
              object.memberIgnoringCase(there).map(Located.Member::nameSpot).orElse(object.spot()),
              there + " is used together with " + missing + ", which is missing",
              "the exception is taken to hold for no message");
    }
  }

  private static boolean simulated(Located.Obj object, Findings findings) {
    boolean all = true;
    for (Located.Member member : object.members()) {
      Optional<Property<?>> property = RuleProperties.ONLINE.find(member.name());
      boolean condition =
          property.filter(p -> !p.use().effect() && p.use().withSet()).isPresent()
              && !NO_CONDITIONS.contains(property.get().name())
              && isStated(member.value());
      boolean inside =
          member.value() instanceof Located.Text text
              && property.filter(RuleProperties.SENT_TO_SCOPE::equals).isPresent()
              && text.text().equalsIgnoreCase("InOrganization");
      if (condition || inside) {
        all = false;
        findings
            .warnings()
            .add(
                member.nameSpot(),
                member.name() + " is not simulated",
                "the rule is taken to hold for no message");
      }
    }
    return all;
  }

  /** An export prints every condition, most of them empty or false. */
  private static boolean isStated(Located value) {
    return !(value instanceof Located.Null)
        && !(value instanceof Located.Bool bool && !bool.value())
        && !(value instanceof Located.Arr array && array.items().isEmpty())
        && !(value instanceof Located.Text text
            && (text.text().isBlank()
                || text.text().equals("{}")
                || text.text().equalsIgnoreCase("False")));
  }
}
