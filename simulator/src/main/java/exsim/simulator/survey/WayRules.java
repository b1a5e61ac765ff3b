package exsim.simulator.survey;

import com.google.common.collect.ImmutableSet;
import exsim.simulator.external.ExternalRule;
import exsim.simulator.online.OutboundRule;
import exsim.simulator.onprem.RecipientRule;
import exsim.simulator.onprem.selection.SendSelectionRule;
import exsim.simulator.rule.Rule;

/** The rules by which systems choose how a message leaves them. */
final class WayRules {
  private static final ImmutableSet<Rule> CHOOSING =
      ImmutableSet.of(
          OutboundRule.BY_TRANSPORT_RULE,
          OutboundRule.RULE_WITHOUT_CONNECTOR,
          OutboundRule.CENTRALIZED,
          OutboundRule.CENTRALIZED_FIRST,
          OutboundRule.CENTRALIZED_INBOUND,
          OutboundRule.BY_CONNECTOR,
          OutboundRule.BY_MX,
          ExternalRule.ROUTE,
          ExternalRule.SMART_HOST,
          ExternalRule.BY_MX);

  private static final ImmutableSet<Rule> TURNING_DOWN =
      ImmutableSet.of(
          OutboundRule.CAME_FROM_ON_PREMISES,
          OutboundRule.DISABLED,
          OutboundRule.RULE_ONLY,
          OutboundRule.NOT_COVERING,
          OutboundRule.APEX_NOT_COVERED,
          OutboundRule.LESS_SPECIFIC,
          OutboundRule.LATER_NAME);

  private static final ImmutableSet<Rule> PLACING =
      ImmutableSet.of(
          RecipientRule.MAILBOX,
          RecipientRule.TARGET_ADDRESS,
          RecipientRule.INTERNAL_RELAY,
          RecipientRule.EXTERNAL_RELAY,
          RecipientRule.EXTERNAL,
          RecipientRule.NO_SERVER,
          OutboundRule.MAILBOX,
          OutboundRule.FORWARDING,
          OutboundRule.UNKNOWN,
          OutboundRule.INTERNAL_RELAY,
          OutboundRule.GROUP,
          OutboundRule.MAIL_USER,
          ExternalRule.MAILBOX,
          ExternalRule.DEVICE_SUBMITS);

  private WayRules() {}

  /** Whether a rule chose a way, or found that there is none. */
  static boolean chooses(Rule rule) {
    return rule instanceof SendSelectionRule || CHOOSING.contains(rule);
  }

  /** Whether a rule turned a connector down. */
  static boolean turnsDown(Rule rule) {
    return rule instanceof SendSelectionRule || TURNING_DOWN.contains(rule);
  }

  /** Whether a rule says where a recipient is. */
  static boolean places(Rule rule) {
    return PLACING.contains(rule);
  }
}
