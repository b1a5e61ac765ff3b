package exsim.scenarios.format;

import exsim.model.dns.Zone;
import exsim.model.net.IpAddress;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.json.Problems;
import java.util.Optional;

/**
 * What decoders of a topology need besides their part of the document.
 *
 * @param findings takes what is wrong, and what is odd
 * @param moments reads points in time
 * @param names takes the names and addresses that they meet
 * @param certificates the certificates that they may refer to
 * @param zone what is published in the DNS
 * @param spare addresses for those who state none
 */
record Context(
    Findings findings,
    Moments moments,
    Names names,
    Certificates certificates,
    Zone zone,
    SpareAddresses spare) {

  Problems problems() {
    return findings.problems();
  }

  Problems warnings() {
    return findings.warnings();
  }

  /** An address that becomes the system's own. */
  Decoder<IpAddress> owned(String system) {
    return (value, found) -> {
      Optional<IpAddress> address = Decoders.HOST_ADDRESS.decode(value, found);
      address.ifPresent(a -> names.address(system, a, value.spot()));
      return address;
    };
  }
}
