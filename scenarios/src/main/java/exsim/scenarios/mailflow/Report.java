package exsim.scenarios.mailflow;

import exsim.simulator.delivery.Delivery;

/** One report of one tenant. */
interface Report {
  /** The name of its file. */
  String fileName();

  /** Looks at a delivery that the tenant had a part in. */
  void add(Delivery delivery);

  /** What was found. */
  Table table();
}
