package exsim.simulator.route;

import exsim.simulator.rule.StatedRule;
import exsim.simulator.rule.Statement;

/** How names become addresses, for every kind of sender. */
public enum RouteRule implements StatedRule {
  /** MX records. */
  MX(
      Statement.standard(
          "NAME-001",
          "{domain} names {hosts} in its MX records; lower preferences are tried first",
          "RFC 5321 section 5.1 (DNS-001, EXO-OUT-59, SC-015, DNS-007)")),
  /** No MX record. */
  IMPLICIT_MX(
      Statement.assumed(
          "NAME-002",
          "{domain} has no MX record, so its own address is used",
          "RFC 5321 section 5.1; assumption implicitMx (DNS-002)")),
  /** A service's own MX host. */
  SERVICE_MX(
      Statement.documented(
          "NAME-003",
          "{domain} publishes no MX record of its own; its mail host is {hosts}",
          "MX record of an accepted domain (EXO-EP-03, EXO-EP-04, EXO-EP-05)")),
  /** A smart host. */
  SMART_HOST(
      Statement.documented(
          "NAME-004",
          "mail goes to the smart hosts {hosts} instead of the MX records",
          "New-SendConnector -SmartHosts (SC-016, EXO-OUT-07, SC-015)")),
  /** The domain does not exist. */
  NON_EXISTENT(
      Statement.documented(
          "NAME-010", "{domain} does not exist in the DNS", "NDR codes, 5.4.4 (DNS-006, REP-19)")),
  /** The domain takes no mail. */
  NULL_MX(Statement.standard("NAME-011", "{domain} says that it takes no mail", "RFC 7505")),
  /** A host without an address. */
  NO_ADDRESS(
      Statement.documented(
          "NAME-012", "{host} has no address", "DNS query failed (DNS-001, REP-20)")),
  /** A broken MX record is passed over. */
  BROKEN_MX(
      Statement.documented(
          "NAME-013",
          "the MX record of {domain} that names {host} is passed over: it has no address",
          "DnsFaultTolerance Lenient (DNS-004)")),
  /** Whose DNS servers are asked. */
  EXTERNAL_DNS(
      Statement.assumed(
          "NAME-014",
          "{connector} asks the ExternalDNSServers of {server}; a scenario has one DNS, so they"
              + " answer as any others",
          "scenario format, dns; New-SendConnector -UseExternalDNSServersEnabled (SC-036,"
              + " DNS-005)")),
  /** A broken MX record ends the list. */
  BROKEN_MX_ENDS(
      Statement.documented(
          "NAME-015",
          "{host} in the MX records of {domain} has no address, and DnsFaultTolerance is Normal:"
              + " records of preference {preference} and above are discarded",
          "DNS query failure sensitivity (DNS-004)")),
  /** An address that the sender cannot connect to. */
  OTHER_FAMILY(
      Statement.standard(
          "NAME-016",
          "{host} is passed over: {client} has no {family} address",
          "RFC 5321 section 5.2 (DNS-001)"));

  private final Statement statement;

  RouteRule(Statement statement) {
    this.statement = statement;
  }

  @Override
  public Statement statement() {
    return statement;
  }
}
