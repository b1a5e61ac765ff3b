package exsim.benchmark;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.model.mail.Message;
import exsim.scenarios.format.Scenario;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Outcome;
import exsim.simulator.delivery.Simulation;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A million messages through 1,000 connectors to 10,000 domains, on two threads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class ReplayBenchmark {
  private static final int MESSAGES = 1_000_000;
  private static final int CONNECTORS = 1_000;
  private static final int DOMAINS = 10_000;
  private static final int THREADS = 2;

  private Scenario scenario;

  /** Reads the topology. */
  @Setup
  public void ready() {
    scenario = BigTopology.of(CONNECTORS, DOMAINS);
  }

  /** Nothing is kept of a delivery but whether it arrived. */
  @Benchmark
  public long replay() throws InterruptedException {
    Simulation simulation = new Simulation(scenario.world());
    AtomicLong delivered = new AtomicLong();
    Thread[] threads = new Thread[THREADS];
    for (int t = 0; t < THREADS; t++) {
      int first = t;
      threads[t] = new Thread(() -> delivered.addAndGet(send(simulation, first)));
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (delivered.get() != MESSAGES) {
      throw new IllegalStateException(delivered + " of " + MESSAGES + " messages arrived");
    }
    return delivered.get();
  }

  private long send(Simulation simulation, int first) {
    long delivered = 0;
    for (int i = first; i < MESSAGES; i += THREADS) {
      for (Delivery delivery : simulation.deliveries(message(i, scenario.clock()))) {
        delivered += delivery.outcome() == Outcome.DELIVERED ? 1 : 0;
      }
    }
    return delivered;
  }

  private static Message message(int number, Instant at) {
    // every message has a recipient of its own; 7919 is prime, so all domains are met
    int domain = (int) ((number * 7919L) % DOMAINS);
    return new Message(
        "m" + number,
        Optional.of(EmailAddress.parse("u" + number % 977 + "@contoso.com")),
        ImmutableList.of(EmailAddress.parse("r" + number + "@d" + domain + ".example")),
        "EX19",
        at,
        10_240,
        false);
  }
}
