package exsim.simulator.online;

import exsim.simulator.smtp.Reply;
import java.time.Instant;

/**
 * How Exchange Online words what it says.
 *
 * @param byClock whether it has the words of the scenario's time instead of today's
 * @param oldLogon whether 530 5.7.57 has the words of 2017 in any case
 */
public record OnlineWording(boolean byClock, boolean oldLogon) {
  private static final Reply NOT_AUTHENTICATED_OLD =
      Reply.of(
          "530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM");
  private static final Reply NOT_AUTHENTICATED =
      Reply.of("530 5.7.57 Client not authenticated to send mail.");

  /** The greeting of a front end. */
  Reply banner(String frontEnd, Instant at) {
    boolean plain = byClock && at.isBefore(ServiceDates.BANNER_WITH_ID);
    return Reply.of(
        "220 "
            + frontEnd
            + " Microsoft ESMTP MAIL Service ready at {date}"
            + (plain ? "" : " [{session}]"));
  }

  /** What a front end writes behind a refusal. */
  String refusalTag(String frontEnd, Instant at) {
    return byClock && at.isBefore(ServiceDates.REFUSALS_STAMPED)
        ? "[" + frontEnd + "]"
        : "[FRONTEND.FOREST.PROD.OUTLOOK.COM {stamp}]";
  }

  /** The refusal of a sender who did not log on. */
  Reply notAuthenticated(Instant at) {
    boolean old = oldLogon || (byClock && at.isBefore(ServiceDates.LOGON_REWORDED));
    return old ? NOT_AUTHENTICATED_OLD : NOT_AUTHENTICATED;
  }
}
