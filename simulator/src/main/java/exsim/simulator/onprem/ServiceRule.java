package exsim.simulator.onprem;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.model.onprem.ExchangeServer;
import exsim.simulator.rule.Reason;
import exsim.simulator.rule.StatedRule;
import exsim.simulator.rule.Statement;
import java.util.List;
import java.util.Optional;

/** How the services of an organization's servers hand messages to each other. */
public enum ServiceRule implements StatedRule {
  /** The Front End keeps nothing. */
  FRONT_END(
      Statement.documented(
          "ROUTE-046",
          "Front End Transport of {server} keeps nothing: it hands the message on while the"
              + " sender waits",
          "Mail flow and the transport pipeline (RT-001, RT-002)")),
  /** A mailbox decides. */
  NEAR_MAILBOX(
      Statement.documented(
          "ROUTE-031",
          "{recipient} has its mailbox on {mailboxServer}: the nearest Transport service of its"
              + " delivery group takes the message, on {next}",
          "Mail routing (RT-004, RT-006)")),
  /** No mailbox decides. */
  ANY_IN_SITE(
      Statement.documented(
          "ROUTE-032",
          "{recipient} has no mailbox here: any Transport service of the site takes the message,"
              + " on {next}",
          "Mail routing (RT-006)")),
  /** Client mail has a port of its own. */
  CLIENT_PROXY(
      Statement.documented(
          "ROUTE-033",
          "the session was authenticated as {user}: it goes on to port 465 of {next}, which has the"
              + " mailbox or is near",
          "Receive connectors, Client Proxy; KB 3195087 (RT-002 row 4, DRC-04, RC-074)")),
  /** Where a mailbox is. */
  MAILBOX_ASSUMED(
      Statement.assumed(
          "ROUTE-034",
          "the scenario does not say which server has the mailbox of {recipient}; taken: {server}",
          "scenario format, mailboxes")),
  /** The last hop. */
  TO_MAILBOX(
      Statement.documented(
          "ROUTE-035",
          "Transport of {server} hands the message to Mailbox Transport Delivery of {next}",
          "Mail routing (RT-002 row 7, RT-004)")),
  /** To the site of the mailbox. */
  TO_MAILBOX_SITE(
      Statement.documented(
          "ROUTE-036",
          "the mailbox of {recipient} is on {home}, in another delivery group: Transport of"
              + " {next} comes first",
          "Mail routing (RT-004, RT-005)")),
  /** Out of a mailbox. */
  SUBMISSION(
      Statement.documented(
          "ROUTE-037",
          "Mailbox Transport Submission of {server} hands the message to Transport of {next}",
          "Mail flow and the transport pipeline (RT-002 row 6, RT-006)")),
  /** The sender of a message that does not go on. */
  TRY_LATER(
      Statement.observed(
          "ROUTE-038",
          "Front End Transport of {server} found no Transport service that takes the message, and"
              + " tells the sender to try again",
          "KB 3156771 (REP-25, incident 32)")),
  /** What a Transport service says is passed on. */
  RELAYED(
      Statement.documented(
          "ROUTE-039",
          "Front End Transport of {server} repeats to the sender what the next hop answered",
          "Mail flow and the transport pipeline (RT-001)")),
  /** Outbound proxy. */
  OUTBOUND_PROXY(
      Statement.documented(
          "ROUTE-040",
          "FrontendProxyEnabled of {connector} is True: Front End Transport makes the connection,"
              + " on {next}",
          "Configure Send connectors to proxy outbound mail (SC-031, RT-002 row 10)")),
  /** Which Front End makes the connection. */
  NEAREST_FRONT_END(
      Statement.assumed(
          "ROUTE-041",
          "no source says which Front End of several is asked; taken: {next} (outboundProxyFrontEnd)",
          "silent (SC-031)")),
  /** A lent connection leaves no trace. */
  NO_HEADER(
      Statement.assumed(
          "ROUTE-045",
          "Front End Transport of {server} is taken to write no Received header on a message that"
              + " passes through its connection only",
          "silent (RT-002 rows 10 and 11)")),
  /** From Exchange 2010 to later versions. */
  LEGACY_HUB_PORT(
      Statement.assumed(
          "ROUTE-044",
          "no source says on which port Exchange 2010 reaches {next}; taken: {port}"
              + " (legacyHubPort)",
          "silent (RT-002 row 17)")),
  /** The outbound connection failed. */
  PROXY_FAILED(
      Statement.documented(
          "ROUTE-042",
          "Front End Transport of {server} could not set the session up, and says so to the queue"
              + " that asked for it; other builds write 450 4.7.0",
          "KB 2989382 (REP-08)")),
  /** Domain Security ends at the Front End. */
  NO_DOMAIN_SECURITY(
      Statement.documented(
          "ROUTE-043",
          "{connector} has DomainSecureEnabled and {domain} is in TLSSendDomainSecureList, but"
              + " Domain Security does not work through Front End Transport",
          "TLS functionality and related terminology (DSEC-006, SC-069e)"));

  private final Statement statement;

  ServiceRule(Statement statement) {
    this.statement = statement;
  }

  /** Why a message goes to the delivery group of a mailbox. */
  static Reason nearMailbox(
      EmailAddress recipient,
      Optional<ExchangeServer> home,
      ImmutableList<List<ExchangeServer>> ranks) {
    return Reason.of(
        NEAR_MAILBOX,
        "recipient",
        recipient,
        "mailboxServer",
        home.map(ExchangeServer::name).orElse("a server of this site"),
        "next",
        DeliveryGroups.first(ranks));
  }

  @Override
  public Statement statement() {
    return statement;
  }
}
