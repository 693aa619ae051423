package io.newswire.indexer.rebuild;

import io.newswire.indexer.cluster.ElasticsearchException;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Rebuilds of the index: start, watch, give up. */
@RestController
@RequestMapping("/api/v1/rebuilds")
class RebuildController {

  private final Rebuilds rebuilds;

  RebuildController(Rebuilds rebuilds) {
    this.rebuilds = rebuilds;
  }

  @PostMapping
  ResponseEntity<RebuildProgress> start() {
    RebuildProgress started =
        rebuilds
            .start()
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.CONFLICT, "A rebuild is running; see GET /api/v1/rebuilds."));
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/rebuilds/" + started.index()))
        .body(started);
  }

  @GetMapping
  List<RebuildProgress> list() {
    return rebuilds.current().stream().toList();
  }

  @GetMapping("/{index}")
  RebuildProgress get(@PathVariable String index) {
    return find(index);
  }

  @DeleteMapping("/{index}")
  RebuildProgress cancel(@PathVariable String index) {
    find(index);
    if (!rebuilds.cancel(index)) {
      throw new ResponseStatusException(
          HttpStatus.CONFLICT, "The rebuild has ended, or its index serves already.");
    }
    return find(index);
  }

  private RebuildProgress find(String index) {
    return rebuilds
        .current()
        .filter(progress -> progress.index().equals(index))
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "This instance has no rebuild of that index."));
  }

  @ExceptionHandler
  ProblemDetail elasticsearchFailed(ElasticsearchException e) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_GATEWAY, e.getMessage() == null ? e.toString() : e.getMessage());
  }
}
