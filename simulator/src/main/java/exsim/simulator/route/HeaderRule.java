package exsim.simulator.route;

import exsim.simulator.rule.StatedRule;
import exsim.simulator.rule.Statement;

/** What becomes of the X-MS-Exchange-Organization headers of a message that a server takes. */
public enum HeaderRule implements StatedRule {
  /** Inside one organization. */
  KEPT(
      Statement.documented(
          "HEAD-001",
          "{by} takes the sender for a server of its organization, so the"
              + " X-MS-Exchange-Organization headers stay: AuthAs {authAs}",
          "header firewall (EXO-HYB-63)")),
  /** Externally secured. */
  EXTERNALLY_SECURED(
      Statement.documented(
          "HEAD-002",
          "{by} says ExternalAuthoritative, so whatever comes counts as the organization's own:"
              + " AuthAs {authAs}",
          "Receive connector authentication (RC-013, EXO-HYB-63)")),
  /** A user. */
  AUTHENTICATED(
      Statement.documented(
          "HEAD-003",
          "the user logged on, so the message counts as the organization's own: AuthAs {authAs}",
          "when is a message internal (EXO-HYB-63)")),
  /** A partner. */
  PARTNER(
      Statement.documented(
          "HEAD-004",
          "{by} takes the sender for a Domain Security partner: AuthAs {authAs}",
          "Domain Security (EXO-HYB-63, DSEC-001)")),
  /** Between the premises. */
  PROMOTED(
      Statement.documented(
          "HEAD-010",
          "both ends keep cross-premises data: {by} makes the X-MS-Exchange-CrossPremises headers"
              + " X-MS-Exchange-Organization headers again, AuthAs {authAs}",
          "CloudServicesMailEnabled on both sides (EXO-HYB-60, EXO-HYB-61, EXO-HYB-62, EXO-HYB-64)")),
  /** The sender kept nothing. */
  NONE_SENT(
      Statement.documented(
          "HEAD-011",
          "{by} would take cross-premises headers, and none came with the message: AuthAs"
              + " {authAs}",
          "Set-SendConnector -CloudServicesMailEnabled (EXO-HYB-60, EXO-HYB-63)")),
  /** The receiver removes them. */
  NOT_ACCEPTED(
      Statement.documented(
          "HEAD-012",
          "the sender keeps cross-premises headers, and {by} takes none from it, so the header"
              + " firewall removes them: AuthAs {authAs}",
          "header firewall; when is a message internal (EXO-HYB-60, EXO-HYB-63)")),
  /** Treated as internal. */
  TREATED_AS_INTERNAL(
      Statement.documented(
          "HEAD-013",
          "TreatMessagesAsInternal of {by} makes mail of accepted domains internal: AuthAs"
              + " {authAs}",
          "New-InboundConnector -TreatMessagesAsInternal (EXO-HYB-62)")),
  /** Something else stands between. */
  LOST(
      Statement.documented(
          "HEAD-014",
          "the sender keeps cross-premises headers, and {by} is no Exchange server: behind it the"
              + " message counts as mail from outside",
          "Transport routing in hybrid deployments (EXO-HYB-08)")),
  /** Anybody. */
  STRANGER(
      Statement.documented(
          "HEAD-020",
          "nothing shows {by} that the message comes from inside, so the header firewall lets no"
              + " X-MS-Exchange-Organization header in: AuthAs {authAs}",
          "header firewall; when is a message internal (EXO-HYB-63)"));

  private final Statement statement;

  HeaderRule(Statement statement) {
    this.statement = statement;
  }

  @Override
  public Statement statement() {
    return statement;
  }
}
