import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.captaingoldfish.scim.sdk.common.constants.ScimType;
import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.exceptions.ConflictException;
import de.captaingoldfish.scim.sdk.common.exceptions.ResourceNotFoundException;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.ResourceNode;
import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.FilterConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.Meta;
import de.captaingoldfish.scim.sdk.common.resources.complex.PatchConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.SortConfig;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.AuthenticationScheme;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Member;
import de.captaingoldfish.scim.sdk.common.response.ScimResponse;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.common.utils.JsonHelper;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.endpoints.authorize.Authorization;
import de.captaingoldfish.scim.sdk.server.endpoints.base.GroupEndpointDefinition;
import de.captaingoldfish.scim.sdk.server.endpoints.base.UserEndpointDefinition;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import de.captaingoldfish.scim.sdk.server.schemas.ResourceType;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * The Java library scim-sdk-server over a store in memory and the JDK's HTTP server; prints {@code READY <url>}.
 * The token comes from SCIM_CHECK_TOKEN, the port from PORT (default: any free one).
 * {@code --entra} switches the library's three workarounds for Entra on; they are off by default.
 */
public class Server {

  /** Resources of one type in memory; the library filters, sorts, validates and patches. */
  abstract static class Store<T extends ResourceNode> extends ResourceHandler<T> {
    final Map<String, T> records = new LinkedHashMap<>();
    private final Class<T> type;
    /** The text that no two resources may share, whatever its letter case, or null. */
    private final Function<T, String> unique;

    Store(Class<T> type, Function<T, String> unique) {
      this.type = type;
      this.unique = unique;
    }

    private T copy(T resource) {
      return JsonHelper.copyResourceToObject(resource.deepCopy(), type);
    }

    private void refuseTaken(T resource, String id) {
      if (unique == null) return;
      String wanted = unique.apply(resource);
      for (T each : records.values()) {
        if (!each.getId().get().equals(id) && unique.apply(each).equalsIgnoreCase(wanted)) {
          throw new ConflictException("'" + wanted + "' is already in use", ScimType.RFC7644.UNIQUENESS);
        }
      }
    }

    private T found(String id) {
      T resource = records.get(id);
      if (resource == null) throw new ResourceNotFoundException("resource " + id + " does not exist");
      return resource;
    }

    private T keep(T resource, String id, Instant created) {
      resource.setId(id);
      // The library has set resourceType and wants no meta of its own replaced.
      Meta meta = resource.getMeta().get();
      meta.setCreated(created);
      meta.setLastModified(Instant.now());
      records.put(id, copy(resource));
      return resource;
    }

    @Override
    public synchronized T createResource(T resource, Context context) {
      refuseTaken(resource, null);
      return keep(resource, UUID.randomUUID().toString(), Instant.now());
    }

    @Override
    public synchronized T getResource(String id, List<SchemaAttribute> attributes, List<SchemaAttribute> excluded, Context context) {
      return copy(found(id));
    }

    @Override
    public synchronized PartialListResponse<T> listResources(
        long startIndex, int count, FilterNode filter, SchemaAttribute sortBy, SortOrder sortOrder,
        List<SchemaAttribute> attributes, List<SchemaAttribute> excluded, Context context) {
      List<T> all = new ArrayList<>();
      for (T each : records.values()) all.add(copy(each));
      return PartialListResponse.<T>builder().resources(all).totalResults(all.size()).build();
    }

    @Override
    public synchronized T updateResource(T resource, Context context) {
      String id = resource.getId().get();
      Instant created = found(id).getMeta().get().getCreated().get();
      refuseTaken(resource, id);
      return keep(resource, id, created);
    }

    @Override
    public synchronized void deleteResource(String id, Context context) {
      found(id);
      records.remove(id);
    }
  }

  static class Users extends Store<User> {
    private final Groups groups;

    Users(Groups groups) {
      super(User.class, user -> user.getUserName().get());
      this.groups = groups;
    }

    @Override
    public synchronized void deleteResource(String id, Context context) {
      super.deleteResource(id, context);
      groups.removeMember(id);
    }
  }

  static class Groups extends Store<Group> {
    Groups() {
      super(Group.class, null);
    }

    synchronized void removeMember(String id) {
      for (Group group : records.values()) {
        List<Member> left = new ArrayList<>(group.getMembers());
        if (left.removeIf(member -> id.equals(member.getValue().orElse(null)))) group.setMembers(left);
      }
    }
  }

  /** One credential that may do everything. */
  record Bearer(String token) implements Authorization {
    @Override
    public Set<String> getClientRoles() {
      return Set.of();
    }

    @Override
    public boolean authenticate(Map<String, String> headers, Map<String, String> query) {
      return ("Bearer " + token).equals(headers.get("Authorization"));
    }
  }

  public static void main(String[] arguments) throws IOException {
    String token = System.getenv("SCIM_CHECK_TOKEN");
    if (token == null || token.isEmpty()) throw new IllegalStateException("SCIM_CHECK_TOKEN is not set");
    boolean entra = List.of(arguments).contains("--entra");
    PatchConfig patch = PatchConfig.builder()
        .supported(true)
        .activateMsAzureFilterWorkaround(entra)
        .activateMsAzureValueSubAttributeWorkaround(entra)
        .activateMsAzureComplexSimpleValueWorkaround(entra)
        .build();
    AuthenticationScheme scheme = AuthenticationScheme.builder()
        .type("oauthbearertoken")
        .name("Bearer token")
        .description("A static bearer token")
        .build();
    ServiceProvider provider = ServiceProvider.builder()
        .patchConfig(patch)
        .filterConfig(FilterConfig.builder().supported(true).maxResults(200).build())
        .sortConfig(SortConfig.builder().supported(true).build())
        .authenticationSchemes(List.of(scheme))
        .build();
    ResourceEndpoint endpoint = new ResourceEndpoint(provider);
    Groups groupStore = new Groups();
    ResourceType users = endpoint.registerEndpoint(new UserEndpointDefinition(new Users(groupStore)));
    ResourceType groups = endpoint.registerEndpoint(new GroupEndpointDefinition(groupStore));
    for (ResourceType each : List.of(users, groups)) {
      each.getFeatures().setAutoFiltering(true);
      each.getFeatures().setAutoSorting(true);
    }

    String port = System.getenv("PORT");
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port == null || port.isEmpty() ? 0 : Integer.parseInt(port)), 64);
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    server.setExecutor(Executors.newFixedThreadPool(8));
    server.createContext("/scim/v2", exchange -> answer(exchange, endpoint, base, new Bearer(token)));
    server.start();
    System.out.println("READY " + base + "/scim/v2");
  }

  private static void answer(HttpExchange exchange, ResourceEndpoint endpoint, String base, Bearer bearer) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    HttpMethod method;
    try {
      method = HttpMethod.valueOf(exchange.getRequestMethod());
    } catch (IllegalArgumentException unknown) {
      exchange.sendResponseHeaders(405, -1);
      exchange.close();
      return;
    }
    ScimResponse response;
    // The library reads, patches and writes in three calls: as in a database, one transaction at a time.
    synchronized (endpoint) {
      response = endpoint.handleRequest(base + exchange.getRequestURI(), method, body, headers, new Context(bearer));
    }
    response.getHttpHeaders().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    byte[] bytes = response.isEmpty() ? new byte[0] : response.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(response.getHttpStatus(), bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
