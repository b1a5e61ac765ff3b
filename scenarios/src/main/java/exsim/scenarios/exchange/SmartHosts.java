package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableList;
import exsim.model.net.HostPort;
import exsim.model.net.IpAddress;

/** Smart hosts as connectors of either side write them. */
final class SmartHosts {
  /** On an Edge server: every Mailbox server of the subscribed site. */
  static final String SUBSCRIBED_SITE = "--";

  private SmartHosts() {}

  static boolean hasPort(String text) {
    return text.indexOf(':') >= 0 && !IpAddress.isLiteral(text);
  }

  /** As the shell prints it: an address in brackets (OUT-013). */
  static String printed(String text) {
    return IpAddress.isLiteral(text) && !text.startsWith("[") ? "[" + text + "]" : text;
  }

  /** The hosts with the connector's port; {@code --} names none of its own. */
  static ImmutableList<HostPort> parse(ImmutableList<String> texts, int port) {
    return texts.stream()
        .filter(text -> !text.equals(SUBSCRIBED_SITE))
        .map(text -> HostPort.parse(text, port))
        .collect(ImmutableList.toImmutableList());
  }
}
