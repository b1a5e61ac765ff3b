package exsim.scenarios.mailflow;

import exsim.model.net.IpAddress;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import java.time.Instant;

/** What recipients of a message share that went in one transaction. */
record Session(
    String message, int attempt, Instant at, Hop.From from, String host, String address) {
  static Session of(Delivery delivery, Hop hop) {
    return new Session(
        delivery.message().id(),
        hop.attempt(),
        hop.at(),
        hop.from(),
        hop.to().host(),
        hop.to().address().map(IpAddress::toString).orElse(""));
  }
}
