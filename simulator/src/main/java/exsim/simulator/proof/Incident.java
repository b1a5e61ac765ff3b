package exsim.simulator.proof;

import exsim.simulator.delivery.Circumstances;

/**
 * A hazard that comes true on one link.
 *
 * @param hazard the hazard
 * @param link the link
 */
public record Incident(Hazard hazard, Circumstances.Link link) {
  /** What happens, in words. */
  public String text() {
    return hazard.on(link.system(), link.host());
  }
}
