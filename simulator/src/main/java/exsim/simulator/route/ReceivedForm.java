package exsim.simulator.route;

import exsim.simulator.rule.StatedRule;
import exsim.simulator.rule.Statement;

/**
 * The forms in which servers write the {@code Received:} header of a message that they take.
 *
 * <p>The {@code id} of Exchange is its build, of which scenarios tell the product: BUILD stands for
 * the rest. That of other hosts is a queue's own number, which is left out.
 */
public enum ReceivedForm implements StatedRule {
  /** The Transport service of Exchange 2016 and later, and an Edge server. */
  TRANSPORT(
      Statement.observed(
          "TRACE-001",
          "a Transport service writes with Microsoft SMTP Server, in brackets the version and"
              + " cipher of a TLS session, and as id its build, of which BUILD stands for what the"
              + " scenario does not tell",
          "headers of delivered messages (EXO-REP-01, EXO-REP-03, EXO-REP-05, EXO-REP-06)")),
  /** The Front End Transport service of Exchange 2016 and later. */
  FRONT_END(
      Statement.observed(
          "TRACE-002",
          "a Front End adds via Frontend Transport, behind the id",
          "headers of delivered messages (EXO-REP-02, EXO-REP-03, EXO-REP-06)")),
  /** Mailbox Transport Delivery of Exchange 2016 and later. */
  DELIVERY(
      Statement.observed(
          "TRACE-003",
          "Mailbox Transport Delivery adds via Mailbox Transport",
          "headers of messages that Exchange 2016 delivered, 2021 to 2024 (EXO-REP-02)")),
  /** Mailbox Transport Delivery of Exchange 2013. */
  DELIVERY_2013(
      Statement.observed(
          "TRACE-006",
          "Mailbox Transport Delivery of Exchange 2013 writes (TLS) and adds via Mailbox Transport",
          "headers of messages that Exchange 2013 delivered, 2016 to 2020 (EXO-REP-02)")),
  /** Transport of Exchange 2013. */
  TRANSPORT_2013(
      Statement.observed(
          "TRACE-004",
          "Exchange 2013 names no version and no cipher, only (TLS)",
          "headers of messages that Exchange 2013 delivered (2016 to 2020; EXO-REP-06; not as EXO-REP-01)")),
  /** Front End of Exchange 2013. */
  FRONT_END_2013(
      Statement.observed(
          "TRACE-005",
          "a Front End of Exchange 2013 writes (TLS) and adds via Frontend Transport",
          "headers of messages that Exchange 2013 delivered (2016 to 2020; EXO-REP-06; not as EXO-REP-01)")),
  /** Hub Transport of Exchange 2010. */
  TRANSPORT_2010(
      Statement.assumed(
          "TRACE-007",
          "Exchange 2010 is assumed to write as Exchange 2013 does",
          "no source shows a header of 2010 (EXO-REP-01 is of later versions)")),
  /** Exchange Online. */
  ONLINE(
      Statement.observed(
          "TRACE-010",
          "Exchange Online writes as a Front End does, with an id that begins with 15.20; FRONTEND"
              + " stands for the name of its server",
          "headers of delivered messages (EXO-REP-01, EXO-REP-02, EXO-REP-03, EXO-REP-06)")),
  /** A message that was written in a mailbox. */
  SUBMISSION(
      Statement.observed(
          "TRACE-011",
          "mailbox submission writes with mapi, without SMTP and without TLS; MAILBOX stands for the"
              + " name of a server of Exchange Online",
          "headers of delivered messages (EXO-REP-04, EXO-REP-06)")),
  /** Everybody else. */
  STANDARD(
      Statement.standard(
          "TRACE-020",
          "any other host is taken to write what the standard asks for and nothing else",
          "RFC 5321 section 4.4; RFC 3848 (what others add to it, as in EXO-REP-07, is left out)"));

  private final Statement statement;

  ReceivedForm(Statement statement) {
    this.statement = statement;
  }

  @Override
  public Statement statement() {
    return statement;
  }
}
