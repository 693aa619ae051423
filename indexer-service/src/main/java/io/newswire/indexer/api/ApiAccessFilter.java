package io.newswire.indexer.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Refuses calls of the API that {@link ApiAccess} does not allow; health and metrics stay open. */
@Component
class ApiAccessFilter extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger(ApiAccessFilter.class);

  private final ApiAccess access;
  private final JsonMapper json;

  ApiAccessFilter(ApiProperties properties, JsonMapper json) {
    this.access = new ApiAccess(properties);
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getServletPath().startsWith("/actuator");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ApiAccess.Refusal refusal =
        access.decide(
            request.getRemoteAddr(),
            request.getServerName(),
            request.getHeader("Origin"),
            request.getHeader("X-API-Key"));
    if (refusal == null) {
      chain.doFilter(request, response);
      return;
    }
    log.warn(
        "event=api-refused remote={} method={} status={}",
        request.getRemoteAddr(),
        request.getMethod(),
        refusal.status());
    response.setStatus(refusal.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(
        response.getOutputStream(),
        ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(refusal.status()), refusal.detail()));
  }
}
