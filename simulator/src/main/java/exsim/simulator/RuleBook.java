package exsim.simulator;

import com.google.common.collect.ImmutableList;
import exsim.simulator.delivery.AttackRule;
import exsim.simulator.delivery.ExchangeEvent;
import exsim.simulator.delivery.JourneyRule;
import exsim.simulator.external.ExternalRule;
import exsim.simulator.online.InboundRule;
import exsim.simulator.online.OutboundRule;
import exsim.simulator.online.SubmissionRule;
import exsim.simulator.onprem.RecipientRule;
import exsim.simulator.onprem.RoutingRule;
import exsim.simulator.onprem.ServiceRule;
import exsim.simulator.onprem.certificate.CertificateRule;
import exsim.simulator.onprem.queue.QueueRule;
import exsim.simulator.onprem.receive.EhloRule;
import exsim.simulator.onprem.receive.ReceiveRule;
import exsim.simulator.onprem.selection.SendSelectionRule;
import exsim.simulator.route.HeaderRule;
import exsim.simulator.route.ReceivedForm;
import exsim.simulator.route.RouteRule;
import exsim.simulator.rule.Rule;
import exsim.simulator.smtp.ExchangeRule;
import exsim.simulator.smtp.SmtpRule;
import exsim.simulator.tls.TlsRule;

/** Every rule by which the simulator decides. */
public final class RuleBook {
  private RuleBook() {}

  /** The rules, room by room, in order of precedence within each. */
  public static ImmutableList<Rule> rules() {
    return ImmutableList.<Rule>builder()
        .add(TlsRule.values())
        .add(AttackRule.values())
        .add(JourneyRule.values())
        .add(SmtpRule.values())
        .add(ExchangeRule.values())
        .add(RouteRule.values())
        .add(RecipientRule.values())
        .add(ServiceRule.values())
        .add(QueueRule.values())
        .add(RoutingRule.values())
        .add(SendSelectionRule.values())
        .add(ReceiveRule.values())
        .add(EhloRule.values())
        .add(CertificateRule.values())
        .add(ExchangeEvent.values())
        .add(ReceivedForm.values())
        .add(HeaderRule.values())
        .add(InboundRule.values())
        .add(SubmissionRule.values())
        .add(OutboundRule.values())
        .add(ExternalRule.values())
        .build();
  }
}
