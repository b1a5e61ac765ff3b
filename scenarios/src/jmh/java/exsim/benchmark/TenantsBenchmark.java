package exsim.benchmark;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.model.mail.Message;
import exsim.scenarios.format.Scenario;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Simulation;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Ten accepted domains for each of many tenants: what loading them costs, and what a session. */
@State(Scope.Benchmark)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class TenantsBenchmark {
  private static final int DOMAINS = 10;

  /** How many tenants there are. */
  @Param({"100", "10000"})
  private int tenants;

  private String text;
  private Simulation simulation;
  private Message byRecipient;
  private Message byCertificate;
  private Message byAddress;

  /** Writes the text and makes its world ready. */
  @Setup
  public void ready() {
    text = ManyTenants.text(tenants, DOMAINS);
    Scenario scenario = ManyTenants.read(text);
    simulation = new Simulation(scenario.world());
    String last = "a@" + ManyTenants.domain(tenants - 1, DOMAINS - 2);
    byRecipient = message(scenario, "x@elsewhere.example", last, "stranger");
    byCertificate =
        message(
            scenario, "x@elsewhere.example", "a@t" + tenants / 2 + ".onmicrosoft.com", "certified");
    byAddress = message(scenario, "b@" + ManyTenants.domain(tenants - 1, 0), last, "gateway");
  }

  private static Message message(Scenario scenario, String from, String to, String origin) {
    return new Message(
        "m",
        Optional.of(EmailAddress.parse(from)),
        ImmutableList.of(EmailAddress.parse(to)),
        origin,
        scenario.clock(),
        10_240,
        false);
  }

  /** From characters to the first answer of a simulation. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Warmup(iterations = 5)
  @Measurement(iterations = 5)
  public ImmutableList<Delivery> load() {
    return new Simulation(ManyTenants.read(text).world()).deliveries(byRecipient);
  }

  /** A session that the recipient's domain attributes. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  @Warmup(iterations = 3, time = 2)
  @Measurement(iterations = 5, time = 2)
  public ImmutableList<Delivery> byRecipient() {
    return simulation.deliveries(byRecipient);
  }

  /** A session that its client certificate attributes. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  @Warmup(iterations = 3, time = 2)
  @Measurement(iterations = 5, time = 2)
  public ImmutableList<Delivery> byCertificate() {
    return simulation.deliveries(byCertificate);
  }

  /** A session from an address that every tenant lists. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  @Warmup(iterations = 3, time = 2)
  @Measurement(iterations = 5, time = 2)
  public ImmutableList<Delivery> byAddress() {
    return simulation.deliveries(byAddress);
  }
}
