package exsim.simulator.onprem;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * A reply that the custom values of ErrorPolicies treat otherwise, as an entry of
 * EdgeTransport.exe.config lists it.
 *
 * @param entry code, enhanced status code and, where one stands, a regular expression for the rest
 */
record CustomResponse(String entry) {
  /** {@code downgradedResponses}: permanent replies that may count as temporary. */
  static final ImmutableList<CustomResponse> DOWNGRADED =
      listed(
          "504 5.7.4 Unrecognized authentication type",
          "530 5.7.0 Must issue a STARTTLS command first",
          "530 5.7.1 Client was not authenticated",
          "530 5.7.1 Not authenticated",
          "535 5.7.3 Authentication unsuccessful",
          "550 5.2.2 Submission quota exceeded",
          "550 5.3.5 System incorrectly configured",
          "550 5.4.1",
          "550 5.7.1",
          "550 5.7.7 Access Denied, bad EHLO",
          "554 5.4.4 Unable to route",
          "554 5.4.4 Unable to route due to invalid recipient address",
          "554 5.6.0 Invalid message content",
          "554 5.7.3 Unable to initialize security subsystem");

  /** {@code upgradedResponses}: temporary replies that may count as permanent. */
  static final ImmutableList<CustomResponse> UPGRADED =
      listed("421 4.7.1 ^.*All messages from .* will be permanently deferred");

  private static ImmutableList<CustomResponse> listed(String... entries) {
    return ImmutableList.copyOf(entries).stream()
        .map(CustomResponse::new)
        .collect(ImmutableList.toImmutableList());
  }

  /** The first entry of a list that covers a reply. */
  static Optional<CustomResponse> covering(ImmutableList<CustomResponse> list, String reply) {
    return list.stream().filter(r -> r.covers(reply)).findFirst();
  }

  private boolean covers(String reply) {
    List<String> listed = parts(entry);
    List<String> said = parts(reply);
    if (said.size() < 2
        || !listed.get(0).equals(said.get(0))
        || !listed.get(1).equals(said.get(1))) {
      return false;
    }
    return listed.size() < 3
        || (said.size() == 3 && said.get(2).matches("(?is).*(?:" + listed.get(2) + ").*"));
  }

  private static List<String> parts(String text) {
    return Splitter.on(' ').limit(3).splitToList(text);
  }
}
