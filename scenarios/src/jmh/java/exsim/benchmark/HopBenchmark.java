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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One message with one hop, decided with every reason; nothing is rendered. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class HopBenchmark {
  private Simulation simulation;
  private Message message;

  /** Makes the world ready. */
  @Setup
  public void ready() {
    Scenario scenario = BigTopology.of(10, 100);
    simulation = new Simulation(scenario.world());
    message =
        new Message(
            "m",
            Optional.of(EmailAddress.parse("alice@contoso.com")),
            ImmutableList.of(EmailAddress.parse("bob@d7.example")),
            "EX19",
            scenario.clock(),
            10_240,
            false);
  }

  /** A connector is selected, a session played, the message delivered. */
  @Benchmark
  public ImmutableList<Delivery> hop() {
    return simulation.deliveries(message);
  }
}
