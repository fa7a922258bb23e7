import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;

/**
 * Serves MongoDB's wire protocol for tests: PORT [FILE]. Port 0 picks one; with FILE the data survives a kill. It ends
 * when its standard input does, so that it never outlives the test run that started it.
 */
public class TestMongoServer {
  public static void main(String[] args) throws IOException {
    var backend = args.length > 1 ? new H2Backend(args[1]) : new MemoryBackend();
    backend.version(ServerVersion.MONGO_5_0);
    var server = new MongoServer(backend);
    server.enableOplog();
    server.bind("127.0.0.1", Integer.parseInt(args[0]));
    System.out.println(server.getConnectionString());
    while (System.in.read() >= 0) {}
    server.shutdownNow();
    System.exit(0);
  }
}
