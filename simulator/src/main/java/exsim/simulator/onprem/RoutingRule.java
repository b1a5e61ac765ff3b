package exsim.simulator.onprem;

import exsim.simulator.rule.StatedRule;
import exsim.simulator.rule.Statement;

/** Which way a message takes between the Active Directory sites of an organization. */
public enum RoutingRule implements StatedRule {
  /** The nearest site. */
  PRIMARY_SITE(
      Statement.documented(
          "ROUTE-050",
          "{site} is the nearest site that has the servers: the least-cost path {path} costs {cost}",
          "Mail routing (RT-005, SEL-008)")),
  /** More than one path costs the same. */
  TIE(
      Statement.documented(
          "ROUTE-051",
          "more than one path costs {cost}; {path} is taken: {tie}",
          "Mail routing (RT-005, SEL-016)")),
  /** A hub site on the path. */
  HUB_SITE(
      Statement.documented(
          "ROUTE-052",
          "the hub site {site} lies on the least-cost path {path}, so the message stops there",
          "Route mail between Active Directory sites (RT-005)")),
  /** A hub site beside the path. */
  HUB_SITE_IGNORED(
      Statement.documented(
          "ROUTE-053",
          "the hub site {site} does not lie on the least-cost path {path}, so it is passed over",
          "Route mail between Active Directory sites (RT-005)")),
  /** Directly, however many sites lie between. */
  DIRECT(
      Statement.documented(
          "ROUTE-054",
          "no hub site lies on {path}: the servers of {site} are connected to directly, and where"
              + " none answers, those of the sites before it, from the far end",
          "Mail routing (RT-005)")),
  /** Mail of a linked Receive connector. */
  LINKED(
      Statement.documented(
          "ROUTE-055",
          "the message came in by {receive}, which is linked to {connector}",
          "New-SendConnector -LinkedReceiveConnector (SC-041)"));

  private final Statement statement;

  RoutingRule(Statement statement) {
    this.statement = statement;
  }

  @Override
  public Statement statement() {
    return statement;
  }
}
